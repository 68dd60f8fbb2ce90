"""The map of the site. Each app names its own addresses; the top adds the pages around them."""

from django.contrib import admin
from django.urls import include, path

from . import views

urlpatterns = [
    path("", views.home),
    path("about/", views.about),
    path("privacy/", views.privacy),
    path("safety/", views.safety),
    path("exit/", views.leave),
    path("healthz/", views.healthz),
    path("robots.txt", views.robots),
    path("", include("resources.urls")),
    path("", include("principles.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "hrapp.views.bad_request"
handler403 = "hrapp.views.forbidden"
handler404 = "hrapp.views.not_found"
handler500 = "hrapp.views.broke"
