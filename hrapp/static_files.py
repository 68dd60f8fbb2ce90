"""Static files as they are served: our scripts without their comments, which are for us, and
without headers that nobody needs.

A first visit has a budget of 10 KB, comments and all. Imports nothing of ours.
"""

from django.core.files.base import ContentFile
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    def _save(self, name, content):
        if name.startswith("js/"):
            content.seek(0)
            content = ContentFile(without_comments(content.read().decode()))
        return super()._save(name, content)

    def stored_name(self, name):
        """A file that was never collected keeps its plain name: a page lives without its script."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name


class ServedStaticFiles(WhiteNoiseMiddleware):
    """A file named by its fingerprint is never asked for again: no date and no tag to ask by."""

    @staticmethod
    def serve(static_file, request):
        response = WhiteNoiseMiddleware.serve(static_file, request)
        if "immutable" in response.headers.get("Cache-Control", ""):
            for name in ("ETag", "Last-Modified"):
                response.headers.pop(name, None)
        return response


def without_comments(script):
    """Drops lines that are only a comment, and indentation. Nothing else, so nothing can break."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")).encode()
