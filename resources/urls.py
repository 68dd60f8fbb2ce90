"""Where to go, as addresses."""

from django.urls import path

from .views.find import find, near
from .views.lines import lines
from .views.needs import need_detail, need_list
from .views.report import report, thanks
from .views.search import search
from .views.service import service

urlpatterns = [
    path("find/", find),
    path("near/<slug:slug>/", near),
    path("need/", need_list),
    path("need/<slug:need_id>/", need_detail),
    path("service/<uuid:service_id>/", service),
    path("service/<uuid:service_id>/report/", report),
    path("thanks/", thanks),
    path("lines/", lines),
    path("search/", search),
]
