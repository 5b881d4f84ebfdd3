"""Where spreadsheets are taken away and brought back."""

from django.urls import path

from kurultai.site.views.following import sheets

urlpatterns = [
    path("parties/<name>/follow-up.xlsx", sheets.workbook),
    path("parties/<name>/follow-up.csv", sheets.plain),
    path("parties/<name>/follow-up/return", sheets.brought_back),
]
