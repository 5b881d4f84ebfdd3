"""Keeping what somebody has written of a report, until it is recorded or thrown away."""

import hashlib
import json
import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from kurultai.site.house import house
from kurultai.site.reports.models import Draft, DraftFile

MOST = 25 * 1024 * 1024  # bytes of the files of a draft
_changes = 0  # since this process began; whoever shows drafts shows them as of the latest


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft lies: with a party, for one commitment or for several."""

    party: str
    commitment: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that was chosen, with all its bytes."""

    digest: str
    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was saved last."""

    place: Place
    person: str
    saved_at: str
    version: int
    window: str
    entered: dict[str, list[str]]
    papers: tuple[Paper, ...] = ()


class Meanwhile(Exception):  # noqa: N818 - nobody did anything wrong
    """Another window saved it since it was opened here; that stands, nothing is overwritten."""

    def __init__(self, theirs: Kept) -> None:
        super().__init__(theirs.place)
        self.theirs = theirs


class TooLarge(Exception):  # noqa: N818 - as above
    """The files together are more than a draft holds."""


def changes() -> int:
    """A number that is another one after each change of any draft."""
    return _changes


def of_party(party: str) -> tuple[Kept, ...]:
    """The party's drafts, the latest first, without their files."""
    found = Draft.objects.filter(party=party).order_by("-saved_at")
    return tuple(_kept(draft, ()) for draft in found)


def find(place: Place) -> Kept | None:
    """The draft that lies there, with its files."""
    draft = _draft(place)
    return _kept(draft, _papers(draft)) if draft else None


def save(
    place: Place,
    person: str,
    entered: Mapping[str, list[str]],
    papers: Iterable[Paper],
    *,
    window: str,
    seen: int,
) -> Kept:
    """Keep it in the place of what ``seen`` says was seen there.

    Meanwhile if another window saved since; what one window sends twice is no conflict.
    """
    with transaction.atomic():  # which is IMMEDIATE: between looking and writing nobody writes
        draft = _draft(place)
        if draft and draft.version != seen and draft.window != window:
            raise Meanwhile(_kept(draft, _papers(draft)))
        return _write(draft or Draft(version=0), place, person, entered, papers, window)


def _write(
    draft: Draft,
    place: Place,
    person: str,
    entered: Mapping[str, list[str]],
    papers: Iterable[Paper],
    window: str,
) -> Kept:
    every = tuple({paper.digest: paper for paper in papers}.values())
    if sum(len(paper.content) for paper in every) > MOST:
        raise TooLarge
    draft.party, draft.commitment = place.party, place.commitment
    draft.person, draft.window, draft.version = person, window, draft.version + 1
    draft.saved_at = house().now().isoformat()
    draft.entered = json.dumps(dict(entered), ensure_ascii=False)
    draft.save()
    draft.files.exclude(digest__in=[paper.digest for paper in every]).delete()
    there = set(draft.files.values_list("digest", flat=True))
    for paper in every:
        if paper.digest not in there:
            named = {"digest": paper.digest, "name": paper.name, "media_type": paper.media_type}
            DraftFile.objects.create(draft=draft, content=paper.content, **named)
    _count()
    return _kept(draft, every)


def erase(place: Place) -> None:
    """Nothing of it is left."""
    Draft.objects.filter(party=place.party, commitment=place.commitment).delete()
    _count()


def paper(sent: UploadedFile) -> Paper:
    """The file that was sent."""
    content = sent.read()
    sent.seek(0)
    name = (sent.name or "")[-200:]
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Paper(hashlib.sha256(content).hexdigest(), name, media_type, content)


def _draft(place: Place) -> Draft | None:
    found: Draft | None = Draft.objects.filter(
        party=place.party, commitment=place.commitment
    ).first()
    return found


def _papers(draft: Draft) -> tuple[Paper, ...]:
    return tuple(
        Paper(file.digest, file.name, file.media_type, bytes(file.content))
        for file in draft.files.order_by("id")
    )


def _kept(draft: Draft, papers: tuple[Paper, ...]) -> Kept:
    return Kept(
        Place(draft.party, draft.commitment),
        draft.person,
        draft.saved_at,
        draft.version,
        draft.window,
        json.loads(draft.entered),
        papers,
    )


def _count() -> None:
    global _changes  # noqa: PLW0603 - one number for the one process
    _changes += 1
