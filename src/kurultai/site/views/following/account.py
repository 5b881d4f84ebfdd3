"""What one looks after oneself: where one is written to."""

from django.http import HttpRequest, HttpResponse

from kurultai.followers.addresses import address_of, set_address
from kurultai.gate.outward import has_account
from kurultai.site.forms.following.outward import OwnAddress
from kurultai.site.house import house
from kurultai.site.views.following.own import for_whom
from kurultai.site.views.writing.answer import SeeOther, show


@for_whom(has_account)
def address(request: HttpRequest) -> HttpResponse:
    """One's own e-mail address."""
    person, directory = has_account(request.viewer), house().directory
    if request.method != "POST":
        return show(request, OwnAddress(initial={"address": address_of(directory, person)}))
    sheet = OwnAddress(request.POST)
    if not sheet.is_valid():
        return show(request, sheet, 422)
    set_address(directory, person, sheet.cleaned_data["address"])
    return SeeOther("/account")
