"""The pages that are read."""

from kurultai.site.views import home
from kurultai.site.views.shown import reading

urlpatterns = [
    *reading("", home.home),
]
