"""The outbox: a person reads what goes out, words it otherwise, lets it go or not."""

from django.http import Http404, HttpRequest, HttpResponse

from kurultai.followers import outbox
from kurultai.followers.addresses import known, set_address
from kurultai.gate import register
from kurultai.gate.outward import keeps_outward
from kurultai.site.forms.following.outward import AddressOf, Words
from kurultai.site.house import house
from kurultai.site.known import called
from kurultai.site.views.following.own import for_whom, page
from kurultai.site.views.writing.answer import SeeOther, show


@for_whom(keeps_outward)
def every(request: HttpRequest) -> HttpResponse:
    """What waits and what failed; what has gone, or did not."""
    found = outbox.letters(house().directory)
    waiting = tuple(k for k in found if k.state in ("waiting", "failed"))
    return page(
        request,
        "outbox.html",
        waiting=waiting,
        under_way=tuple(k for k in found if k.state == "approved"),
        past=tuple(k for k in found if k.state in ("sent", "discarded")),
    )


@for_whom(keeps_outward)
def one(request: HttpRequest, letter: int) -> HttpResponse:
    """A letter: to be worded otherwise, let go, or discarded."""
    kept = outbox.letter(house().directory, letter)
    if kept is None:
        raise Http404
    start = {"subject": kept.letter.subject, "body": kept.letter.body}
    sheet = Words(request.POST if request.method == "POST" else None, initial=start)
    if request.method != "POST":
        return page(request, "letter.html", form=sheet, kept=kept)
    if not sheet.is_valid():
        return page(request, "letter.html", 422, form=sheet, kept=kept)
    _done(request, kept, sheet)
    return SeeOther("/outbox/")


def _done(request: HttpRequest, kept: outbox.Kept, sheet: Words) -> None:
    """What the button that was pressed says; a letter that went meanwhile stays as it went."""
    directory, by = house().directory, request.viewer.person or ""
    if request.POST.get("do") == "discard":
        outbox.discard(directory, kept.id, by)
        return
    given = sheet.cleaned_data
    outbox.reword(directory, kept.id, given["subject"], given["body"])
    if request.POST.get("do") == "send":
        outbox.approve(directory, kept.id, by)


@for_whom(keeps_outward)
def addresses(request: HttpRequest) -> HttpResponse:
    """Whom one can write to, and where."""
    sheet = AddressOf(request.POST if request.method == "POST" else None)
    offered = people(request)
    sheet.fields["person"].choices = [("", ""), *offered]
    if request.method == "POST" and sheet.is_valid():
        given = sheet.cleaned_data
        set_address(house().directory, given["person"], given["address"])
        return SeeOther("/outbox/addresses")
    if request.method == "POST":
        return show(request, sheet, 422)
    named = dict(offered)
    listed = tuple(
        (named.get(person, person), address) for person, address in known(house().directory).items()
    )
    return page(request, "addresses.html", form=sheet, listed=listed)


def people(request: HttpRequest) -> list[tuple[str, str]]:
    """Every person of the record with the words for them, in the order of these."""
    names = register.names(request.viewer)
    every = (person for person in names if person.startswith("person:"))
    return sorted(((p, called(request.viewer, p)) for p in every), key=lambda pair: pair[1])
