"""The outbox: a person reads what goes out, words it otherwise, lets it go or not."""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from kurultai.followers import outbox
from kurultai.followers.addresses import known, set_address
from kurultai.gate import register
from kurultai.gate.outward import keeps_outward
from kurultai.site.digests import without_hidden
from kurultai.site.forms.following.outward import AddressOf, Words
from kurultai.site.house import house
from kurultai.site.known import called
from kurultai.site.views.following.own import for_whom, page
from kurultai.site.views.writing.answer import SeeOther, show


@for_whom(keeps_outward)
def every(request: HttpRequest) -> HttpResponse:
    """What waits and what failed; what has gone, or did not."""
    found = outbox.letters(house().directory)
    waiting = _once(k for k in found if k.state in ("waiting", "failed"))
    return page(
        request,
        "outbox.html",
        has_mail=settings.HAS_MAIL,
        waiting=tuple(alike[0] for alike in waiting),
        alike={alike[0].id: len(alike) for alike in waiting},
        under_way=tuple(k for k in found if k.state == "approved"),
        past=tuple(k for k in found if k.state in ("sent", "discarded")),
    )


def _once(found: Iterable[outbox.Kept]) -> tuple[list[outbox.Kept], ...]:
    """Digests that say the same together, since they are one to be read; the others alone."""
    seen: dict[object, list[outbox.Kept]] = {}
    for kept in found:
        said = kept.letter
        alike = said.kind == "digest" and kept.state == "waiting"
        key = (said.language, said.subject, said.body) if alike else kept.id
        seen.setdefault(key, []).append(kept)
    return tuple(seen.values())


@for_whom(keeps_outward)
def one(request: HttpRequest, letter: int) -> HttpResponse:
    """A letter: to be worded otherwise, let go, or discarded."""
    kept = outbox.letter(house().directory, letter)
    if kept is None:
        raise Http404
    start = {"subject": kept.letter.subject, "body": kept.letter.body}
    sheet = Words(request.POST if request.method == "POST" else None, initial=start)
    if request.method != "POST" or not sheet.is_valid():
        status = 422 if sheet.is_bound else 200
        also = len(outbox.alike(house().directory, kept))
        return page(request, "letter.html", status, form=sheet, kept=kept, alike=also)
    body = without_hidden(request.viewer, sheet.cleaned_data["body"])
    is_whole = len(body.split()) == len(sheet.cleaned_data["body"].split())
    does = request.POST.get("do", "")
    if does == "send" and not is_whole:  # it is read again, as it is now
        does = "save" if body.strip() else "discard"
    _done(request, kept, does, {**sheet.cleaned_data, "body": body})
    return SeeOther("/outbox/" if is_whole or does != "save" else f"/outbox/{letter}")


def _done(request: HttpRequest, kept: outbox.Kept, does: str, given: dict[str, str]) -> None:
    """What the button that was pressed says; a letter that went meanwhile stays as it went."""
    directory, by = house().directory, request.viewer.person or ""
    for number in outbox.alike(directory, kept):
        if does == "discard":
            outbox.discard(directory, number, by)
        else:
            outbox.reword(directory, number, given["subject"], given["body"])
        if does == "send":
            outbox.approve(directory, number, by)


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
