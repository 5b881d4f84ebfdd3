"""Where everything is: pages that are read, and forms that change the record."""

from django.urls import include, path

urlpatterns = [
    # Forms first: their addresses are words, and a page's last part may be any name.
    path("", include("kurultai.site.writing_urls")),
    path("", include("kurultai.site.outward_urls")),
    path("", include("kurultai.site.sheet_urls")),
    path("", include("kurultai.site.reading_urls")),
]
handler400 = "kurultai.site.views.errors.refused"
handler404 = "kurultai.site.views.errors.no_such_page"
handler500 = "kurultai.site.views.errors.failed"
