"""Logs that cannot hold a reader: no address, no path, no query, no body, no browser's name.

Django's own request loggers write the path and keep the request on the record; every record that
passes here is told again in our own words. Imports nothing of ours. Staff's acts are logged by
the admin, in the database.
"""

import logging

# Loggers whose messages are made of what a reader sent.
OF_READERS = (
    "django.request",
    "django.security",
    "django.server",
    "granian",
    "_granian",
    "asyncio",
)


class NoReader(logging.Filter):
    """Keeps what went wrong and where in our code; drops who asked and for what."""

    def filter(self, record):
        if record.name.startswith(OF_READERS):
            status = getattr(record, "status_code", None)
            if record.name.startswith(("granian", "_granian")) and status is None:
                # Start and stop lines are ours; anything else might quote a request.
                ours = ("Starting", "Listening", "Spawning", "Started", "Shutting", "Stopping")
                if str(record.msg).startswith(ours):
                    return True
            record.msg = f"answered {status}" if status else "a request was refused"
            record.args = ()
            for name in ("request", "server_time"):
                record.__dict__.pop(name, None)
        if record.exc_info:
            # The message of an exception may quote what was typed; its type and lines may not.
            record.exc_text = where(record.exc_info)
            record.exc_info = None
        return True


def where(exc_info):
    """The exception's type and the lines of code it passed, without its message or any value."""
    kind, _error, trace = exc_info
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *lines])


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_reader": {"()": NoReader}},
    "formatters": {"plain": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_reader"]},
    },
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["out"], "level": "WARNING", "propagate": False},
        # runserver's access log has paths in it.
        "django.server": {"handlers": ["out"], "level": "ERROR", "propagate": False},
    },
}
