"""Where what goes out is looked after and fetched."""

from django.urls import path

from kurultai.site.api.views import addresses
from kurultai.site.views.following import account, interface, outbox, tokens

urlpatterns = [
    *addresses(),
    path("account/address", account.address),
    path("account/tokens", tokens.own),
    path("api/", interface.described),
    path("outbox/", outbox.every),
    path("outbox/<int:letter>", outbox.one),
    path("outbox/addresses", outbox.addresses),
]
