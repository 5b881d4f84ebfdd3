"""The head of a document: what it is, in which version and language, who did what with it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kurultai.language.words import pick
from kurultai.papers.akn.names import COUNTRY, SECRETARIAT, day, part, slug, three
from kurultai.papers.akn.xml import Element, make, ours
from kurultai.papers.paper import Paper, Words

AUTHENTIC = "authentic"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a document is: the work, and its expression in one language and version."""

    kind: str  # the element: statement, amendment, amendmentList, doc
    subtype: str
    actor: str
    on: str
    number: str  # as in the address
    shown: str  # as printed
    language: str
    version: int
    component: str = "main"

    @property
    def work(self) -> str:
        """The work, whatever its language."""
        return f"/akn/{COUNTRY}/{self.kind}/{self.subtype}/{self.actor}/{self.on}/{self.number}"

    @property
    def expression(self) -> str:
        """The work in this language and version."""
        return f"{self.work}/{three(self.language)}@v{self.version}"

    def in_language(self, language: str) -> "Address":
        """The same work in another language."""
        return replace(self, language=language)


def address(paper: Paper, language: str) -> Address:
    """Of the text itself."""
    return Address(
        "statement",
        "deliberation",
        slug(paper.assembly),
        day(paper.on),
        part(paper.symbol) if paper.symbol else slug(paper.document),
        paper.symbol or paper.document,
        language,
        paper.version,
    )


def identification(meta: Element, at: Address, paper: Paper) -> None:
    """What the document is as a work, as an expression and as this file."""
    found = make(meta, "identification", {"source": SECRETARIAT})
    authentic = paper.standings.get(at.language, AUTHENTIC) == AUTHENTIC
    _work(make(found, "FRBRWork"), at, paper)
    _expression(make(found, "FRBRExpression"), at, paper, authentic=authentic)
    file = make(found, "FRBRManifestation")
    _core(file, f"{at.expression}/!{at.component}.xml", f"{at.expression}/.xml", at, "markup")
    make(file, "FRBRformat", {"value": "application/akn+xml"})


def _work(work: Element, at: Address, paper: Paper) -> None:
    _core(work, f"{at.work}/!{at.component}", at.work, at, "generation", alias=paper.document)
    make(work, "FRBRcountry", {"value": COUNTRY})
    make(work, "FRBRsubtype", {"value": at.subtype})
    make(work, "FRBRnumber", {"value": at.number, "showAs": at.shown})
    for name in paper.names.values():
        make(work, "FRBRname", {"value": name})
    make(work, "FRBRprescriptive", {"value": "false"})
    make(work, "FRBRauthoritative", {"value": "true"})


def _expression(expression: Element, at: Address, paper: Paper, *, authentic: bool) -> None:
    this = f"{at.expression}/!{at.component}"
    _core(expression, this, at.expression, at, "generation")
    make(expression, "FRBRversionNumber", {"value": f"v{at.version}"})
    make(expression, "FRBRauthoritative", {"value": "true" if authentic else "false"})
    make(expression, "FRBRlanguage", {"language": three(at.language)})
    origin = _origin(paper, at.language)
    if not authentic and origin:
        source = at.in_language(origin)
        attributes = {
            "href": source.expression,
            "fromLanguage": three(origin),
            "authoritative": "false",
            "pivot": three(origin),
            "by": SECRETARIAT,
        }
        make(expression, "FRBRtranslation", attributes)


def _origin(paper: Paper, language: str) -> str:
    """The authentic language of which a translation was made: English before others."""
    authentic = [one for one, standing in paper.standings.items() if standing == AUTHENTIC]
    others = sorted(
        (one for one in authentic if one != language), key=lambda one: (one != "en", one)
    )
    return others[0] if others else ""


def _core(parent: Element, this: str, uri: str, at: Address, what: str, *, alias: str = "") -> None:
    make(parent, "FRBRthis", {"value": this})
    make(parent, "FRBRuri", {"value": uri})
    if alias:
        make(parent, "FRBRalias", {"value": alias, "name": "record"})
    make(parent, "FRBRdate", {"date": at.on, "name": what})
    make(parent, "FRBRauthor", {"href": "#assembly"})


def step(meta: Element, at: Address, outcome: str) -> None:
    """What was done with the document last."""
    workflow = make(meta, "workflow", {"source": SECRETARIAT})
    attributes = {"date": at.on, "by": "#assembly", "outcome": f"#{outcome}"}
    make(workflow, "step", attributes)


def references(
    meta: Element,
    paper: Paper,
    language: str,
    concepts: Iterable[tuple[str, str]],
    parties: Iterable[Words] = (),
    *,
    start: str = "",
) -> None:
    """Who and what the rest refers to: bodies, parties, and concepts with what they say."""
    found = make(meta, "references", {"source": SECRETARIAT})
    named = [
        ("assembly", slug(paper.assembly), pick(paper.assembly_names, language)[0]),
        ("secretariat", "secretariat", "Secretariat"),
    ]
    named += [
        (f"party_{number}", f"party-{number}", pick(party, language)[0])
        for number, party in enumerate(parties, 1)
    ]
    for name, at, shown in named:
        href = f"/akn/ontology/organization/{COUNTRY}/{at}"
        make(found, "TLCOrganization", {"eId": start + name, "href": href, "showAs": shown})
    for name, shown in concepts:
        href = f"/akn/ontology/concept/{COUNTRY}/{part(name)}"
        make(found, "TLCConcept", {"eId": start + name, "href": href, "showAs": shown})


def proprietary(meta: Element) -> Element:
    """The place of what only we say."""
    return make(meta, "proprietary", {"source": SECRETARIAT})


def ours_of(meta: Element, paper: Paper, language: str) -> None:
    """What a reader of ours wants besides the text."""
    attributes = {
        "document": paper.document,
        "kind": paper.kind,
        "symbol": paper.symbol,
        "language": language,
        "standing": paper.standings.get(language, ""),
        "state": paper.state,
        "version": str(paper.version),
    }
    found = ours(proprietary(meta), "paper", attributes)
    for named_in, name in paper.names.items():
        ours(found, "name", {"language": named_in}, name)
    for unit in paper.behind.get(language, ()):
        ours(found, "behind", {"unit": unit})
