"""Where everything is read."""

from django.urls import path

from kurultai.site.views import (
    calendars,
    commitments,
    decisions,
    documents,
    health,
    home,
    meetings,
    record,
    register,
    series,
)
from kurultai.site.views.shown import reading

urlpatterns = [
    path("health", health.health),
    path("calendar.ics", calendars.every),
    path("series/<name>/calendar.ics", calendars.of_series),
    path("meetings/<name>.ics", calendars.one),
    path("checkpoint", record.checkpoint),
    path("record/vkey", record.vkey),
    path("tile/<path:rest>", record.tile),
    path("documents/<name>/files/<language>", documents.file),
    *reading("", home.home),
    *reading("series/", series.every),
    *reading("series/<name>", series.one),
    *reading("meetings/", meetings.every),
    *reading("meetings/<name>", meetings.one),
    *reading("meetings/<name>/agenda", meetings.agenda),
    *reading("meetings/<name>/agenda/<int:issue>", meetings.agenda),
    *reading("meetings/<name>/minutes", meetings.minutes),
    *reading("documents/", documents.every),
    *reading("documents/<name>", documents.one),
    *reading("texts/", documents.adopted),
    *reading("decisions/<name>", decisions.one),
    *reading("commitments/", commitments.every),
    *reading("commitments/<name>", commitments.one),
    *reading("parties/", register.parties),
    *reading("parties/<name>", register.party),
    *reading("organs/", register.organs),
    *reading("organs/<name>", register.organ),
    *reading("people/", register.people),
    *reading("tags/<name>", register.tag),
    *reading("rulebook", register.rulebook),
    *reading("record/", record.acts),
    *reading("record/<int:position>", record.act),
]
