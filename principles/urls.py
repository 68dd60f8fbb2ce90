"""What to know, as addresses."""

from django.urls import path

from . import worksheet
from .views.alerts import alerts, feed
from .views.case import case_step, cases, own_evening, whole
from .views.handout import harm_reduction, principle
from .views.learn import guide, learn
from .views.now import now
from .views.rights import rights, state

urlpatterns = [
    path("now/", now),
    path("learn/", learn),
    path("learn/<slug:guide_slug>/", guide),
    path("case/", cases),
    path("case/own/", own_evening),
    path("case/<slug:case_slug>/all/", whole),
    *(
        path(step.address("<slug:case_slug>").lstrip("/"), case_step, {"step": step.slug})
        for step in worksheet.steps()
    ),
    path("alerts/", alerts),
    path("alerts/feed/", feed),
    path("rights/", rights),
    path("rights/<slug:state_code>/", state),
    path("harm-reduction/", harm_reduction),
    path("harm-reduction/<int:number>/", principle),
]
