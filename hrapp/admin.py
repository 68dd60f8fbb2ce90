"""What staff's pages are called, and in which order. What is edited there is each app's to say."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import phrases_admin  # noqa: F401  its screens join the admin by being read

# Most used first; what is not named here comes after, by name.
APPS = ("resources", "principles", "hrapp", "auth")
IN_WORDS = {"hrapp": _("Other languages"), "auth": _("Who may sign in")}
MOST_USED = (
    "Service",
    "Report",
    "HelpLine",
    "Organization",
    "Location",
    "ServiceAtLocation",
    "Need",
)

admin.site.site_header = admin.site.site_title = settings.SITE_NAME
admin.site.index_title = "What you can change"
# Every list is one tap from the first page, and a laptop's width is better spent on the list.
admin.site.enable_nav_sidebar = False


def rank(names, name):
    return names.index(name) if name in names else len(names)


def most_used_first(request, app_label=None):
    apps = admin.AdminSite.get_app_list(admin.site, request, app_label)
    for app in apps:
        app["name"] = IN_WORDS.get(app["app_label"], app["name"])
        app["models"].sort(key=lambda model: rank(MOST_USED, model["object_name"]))
    return sorted(apps, key=lambda app: rank(APPS, app["app_label"]))


admin.site.get_app_list = most_used_first
