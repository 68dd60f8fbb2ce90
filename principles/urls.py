"""What to know, as addresses."""

from django.urls import path

from .views.handout import harm_reduction, principle
from .views.learn import guide, learn
from .views.now import now

urlpatterns = [
    path("now/", now),
    path("learn/", learn),
    path("learn/<slug:guide_slug>/", guide),
    path("harm-reduction/", harm_reduction),
    path("harm-reduction/<int:number>/", principle),
]
