"""From the letter that was read to the record, and on into the outbox."""

from threading import Lock

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kurultai.followers import outbox
from kurultai.gate.clause import NotFound
from kurultai.site.forms.following.reminding import RemindParty
from kurultai.site.house import house
from kurultai.site.views.writing.answer import SeeOther, show
from kurultai.site.views.writing.carry import answered, open_step
from kurultai.site.views.writing.kept import signed_out

_one_at_a_time = Lock()  # a button pressed twice sends one letter


@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: HttpRequest, name: str) -> HttpResponse:
    """The form; the letter as it would go; the reminder on the record and the letter on its way."""
    if request.method == "POST" and request.viewer.person is None:
        return signed_out(request)
    try:
        sheet = open_step(request, RemindParty, name)
    except NotFound:
        raise Http404 from None
    sheet.base = request.build_absolute_uri("/").rstrip("/")
    if not sheet.is_bound:
        return show(request, sheet)
    with _one_at_a_time:
        return _reminded(request, sheet)


def _reminded(request: HttpRequest, sheet: RemindParty) -> HttpResponse:
    """Letters are laid out, the reminder is recorded, the letters are let go.

    If we die before it is recorded, or before they go, they wait in the outbox for a person.
    """
    is_done = house().answered(sheet.id) is not None
    if is_done or not sheet.is_valid() or not sheet.is_confirmed:
        return answered(request, sheet)
    directory, by = house().directory, request.viewer.person or ""
    laid_out = [outbox.put(directory, letter) for letter in sheet.letters()]
    answer = answered(request, sheet)
    is_recorded = answer.status_code == SeeOther.status_code
    for number in laid_out:
        if not is_recorded:
            outbox.discard(directory, number, by)
        elif sheet.given("at_once"):
            outbox.approve(directory, number, by)
    return answer
