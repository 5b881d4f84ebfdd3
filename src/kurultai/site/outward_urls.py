"""Where what goes out is looked after and fetched."""

from django.urls import path

from kurultai.site.api.views import addresses
from kurultai.site.opened import POPOLO, TABLES
from kurultai.site.views.following import (
    account,
    calls,
    feeds,
    interface,
    opened,
    outbox,
    subscriptions,
    tokens,
)

urlpatterns = [
    *(path(f"feeds/{name}.atom", feeds.of_topic, {"topic": name}) for name, _ in feeds.FEEDS),
    path("series/<name>/feed.atom", feeds.of_series),
    path("open/", opened.index),
    *(path(f"open/{name}.json", opened.table_json, {"table": name}) for name in TABLES),
    *(path(f"open/{name}.csv", opened.table_csv, {"table": name}) for name in TABLES),
    path("open/popolo.json", opened.popolo),
    *(path(f"open/popolo/{kind}.json", opened.popolo, {"kind": kind}) for kind in POPOLO),
    *addresses(),
    path("account/address", account.address),
    path("account/tokens", tokens.own),
    path("api/", interface.described),
    path("hooks/", calls.every),
    path("hooks/<int:hook>", calls.one),
    path("subscriptions/", subscriptions.subscribe),
    path("subscriptions/digests", subscriptions.digests),
    path("subscriptions/<secret>", subscriptions.one),
    path("subscriptions/<secret>/end", subscriptions.end),
    path("outbox/", outbox.every),
    path("outbox/<int:letter>", outbox.one),
    path("outbox/addresses", outbox.addresses),
]
