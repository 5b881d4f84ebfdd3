"""Where spreadsheets are taken away and brought back."""

from django.urls import path

from kurultai.site.forms.following.imports import TakeOver, UndoImport
from kurultai.site.forms.following.sheets import ReturnSheet
from kurultai.site.views.following import sheets
from kurultai.site.views.writing.carry import carry

urlpatterns = [
    path("parties/<name>/follow-up.xlsx", sheets.workbook),
    path("parties/<name>/follow-up.csv", sheets.plain),
    path("parties/<name>/follow-up/return", sheets.taking(ReturnSheet)),
    path("import/", sheets.taking(TakeOver)),
    path("documents/<name>/imports/undoing", carry(UndoImport)),
]
