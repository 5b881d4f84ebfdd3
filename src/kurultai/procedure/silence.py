"""Silence procedures: opened at a meeting, broken by an objection or an amendment, or kept.

As the OSCE has them (MC.DOC/1/06, Annex 1(A)): an exact instant, announced at a meeting at which
nobody objects; before it any party may break the silence in writing; a text adopted so is
announced at the next meeting. The instant itself is too late.
"""

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.distribution import adopted
from kurultai.procedure.document import Document, Silence
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.floor import Floor, named
from kurultai.procedure.following.commitment import pledges
from kurultai.procedure.instant import after, asked_instant, read_instant, written
from kurultai.procedure.meeting import audience_of, exists
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known, worded
from kurultai.procedure.settle import lapsed
from kurultai.procedure.text import operative

ANNOUNCED = {
    "az": "Susma proseduru ilə qəbul edilmiş mətnin elan edilməsi: {text}",
    "kk": "Үнсіздік рәсімімен қабылданған мәтінді жариялау: {text}",
    "ky": "Унчукпоо жол-жобосу менен кабыл алынган текстти жарыялоо: {text}",
    "tr": "Sessizlik usulüyle kabul edilen metnin duyurulması: {text}",
    "uz": "Sukut tartibida qabul qilingan matnni eʼlon qilish: {text}",
    "tk": "Dymmak tertibi bilen kabul edilen teksti yglan etmek: {text}",
    "hu": "A hallgatólagos eljárásban elfogadott szöveg kihirdetése: {text}",
    "ru": "Объявление текста, принятого по процедуре умолчания: {text}",
    "en": "Announcement of the text adopted under the silence procedure: {text}",
}


def opened(floor: Floor, command: c.OpenSilence) -> a.ActBody:
    """The silence begins."""
    document = floor.document
    document.still_draft()
    document.not_silent()
    exists(floor.meeting)
    if floor.meeting.state != "open":
        raise Refused("meeting.not_open")
    if not any(operative(document.units)):
        raise Refused("document.no_operative")
    if command.objecting:
        raise Refused("silence.objected", {"parties": named(command.objecting)})
    floor.nothing_pending()
    floor.check_text("silence", "adoption")
    return a.SilenceOpened(
        silence=new_id("silence", command.id),
        meeting=floor.meeting.meeting,
        until=_until(floor, command.until),
        title=worded(command.title),
        parties=floor.register.with_right("vote", floor.on),
        reading=document.text.reading,
        article=floor.rule.article,
        link=floor.rule.link,
        confidence=floor.rule.confidence,
    )


def _until(floor: Floor, until: str) -> str:
    """The instant as it is kept; Refused if it is sooner than the rule allows."""
    asked, hours = asked_instant(until), floor.rule.silence
    earliest = after(floor.instant, f"PT{hours}H")
    if asked < earliest or asked == floor.instant:
        raise Refused("silence.too_short", {"hours": str(hours), "earliest": written(earliest)})
    return written(asked)


def running(document: Document) -> Silence:
    """The silence that runs; Refused if none does."""
    if document.silence is None or not document.silent:
        raise Refused("silence.none")
    return document.silence


def _not_over(floor: Floor, silence: Silence) -> None:
    if floor.instant >= read_instant(silence.until):
        raise Refused("silence.over", {"until": silence.until})


def broken(floor: Floor, command: c.BreakSilence) -> a.ActBody:
    """A party objects: the text is not adopted."""
    floor.document.still_draft()
    silence = running(floor.document)
    known(command.party, silence.parties, "silence.not_entitled")
    _not_over(floor, silence)
    reason = worded(command.reason)
    return a.SilenceBroken(silence.silence, command.party, "objection", floor.now, reason)


def broken_by_amendment(floor: Floor, tabled: a.AmendmentTabled) -> list[a.ActBody]:
    """What an amendment does to the silence that runs: it breaks it; nothing if none runs."""
    if not floor.document.silent:
        return []
    silence = running(floor.document)
    party = next((party for party in tabled.by if party in silence.parties), "")
    known(party, silence.parties, "silence.not_entitled")
    _not_over(floor, silence)
    broken_ = a.SilenceBroken(
        silence.silence, party, "amendment", floor.now, tabled.reason, tabled.amendment
    )
    return [broken_]


def kept(floor: Floor, facts: Facts, command: c.CloseSilence) -> list[a.Acted]:
    """Nobody broke it: the text is adopted, and the next meeting is to announce it."""
    document, meeting = floor.document, floor.meeting
    document.still_draft()
    silence = running(document)
    if floor.instant < read_instant(silence.until):
        raise Refused("silence.running", {"until": silence.until})
    text = adopted(floor.register, document, facts, silence.meeting, None)
    members = floor.register.members(floor.on)
    return [
        *floor.acted(a.SilenceKept(silence.silence), *lapsed(document), text),
        *pledges(document, silence.meeting, meeting.series, members, floor.on),
        _announcement(floor, silence, text.symbol, command.id),
    ]


def _announcement(floor: Floor, silence: Silence, symbol: str, command: str) -> a.Acted:
    """An open question of the series: the next agenda carries it."""
    any_title = next(iter(silence.title.values()))
    title = {
        language: sentence.format(text=symbol or silence.title.get(language, any_title))
        for language, sentence in ANNOUNCED.items()
    }
    raised = a.MatterRaised(new_id("matter", command), title, "")
    audience = audience_of(floor.meeting, floor.document.audience)
    return a.Acted(silence.meeting, audience, floor.on, raised)
