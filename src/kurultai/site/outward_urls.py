"""Where what goes out is looked after and fetched."""

from django.urls import path

from kurultai.site.api.views import addresses
from kurultai.site.views.following import account, outbox

urlpatterns = [
    *addresses(),
    path("account/address", account.address),
    path("outbox/", outbox.every),
    path("outbox/<int:letter>", outbox.one),
    path("outbox/addresses", outbox.addresses),
]
