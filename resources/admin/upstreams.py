"""The directories that listings came from: to be read. Loading them again is a command's work."""

from django.contrib import admin

from resources.models import Upstream


@admin.register(Upstream)
class UpstreamAdmin(admin.ModelAdmin):
    list_display = ("name", "publisher", "year", "licence")
    search_fields = ("name", "publisher")
    ordering = ("name", "slug")
    fields = ("name", "publisher", "licence", "year", "url", "note")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
