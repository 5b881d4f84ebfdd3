"""A step: a form that asks for one act."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django import forms
from django.core.validators import RegexValidator

from kurultai.gate.viewer import Viewer
from kurultai.language.refusals import say_refusal
from kurultai.language.terms import term
from kurultai.language.words import pick
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Source, Sources, Words
from kurultai.procedure.refusal import Refused
from kurultai.site.forms import fields
from kurultai.site.forms.meant import MEANT
from kurultai.site.forms.sheet import Sheet
from kurultai.site.forms.words import WordsField
from kurultai.site.known import known
from kurultai.site.tongue import lazy as _
from kurultai.site.trial import may_try

_ID = RegexValidator(r"\A[0-9a-f]{32}\Z")
Choices = list[tuple[str, str]]


class Step(Sheet):
    """A sheet whose button asks for one act.

    The hidden ``command_id`` is part of the command's identity: a form sent twice is one request.

    A step with a ``preview_page`` is taken twice: what it would record is shown first, and is
    recorded when just that is confirmed.
    """

    button = _("Enter in the record")
    kind: ClassVar[type[c.Asked]]
    preset: ClassVar[tuple[str, ...]] = ()  # fields that an address may fill in
    preview_button = _("Show what would be recorded")
    no_content = frozenset({"csrfmiddlewaretoken", "confirm", "turn"})  # how it was sent
    page: Any
    command_id = forms.CharField(widget=forms.HiddenInput, validators=[_ID])

    def __init__(
        self,
        viewer: Viewer,
        page: object,
        data: Mapping[str, Any] | None = None,
        files: Mapping[str, Any] | None = None,
        given: Mapping[str, Any] | None = None,
        turned: Mapping[str, Any] | None = None,
    ) -> None:
        """The form for that viewer about what that page shows; ``given`` is from its address.

        ``turned`` is what was entered before the form was asked to take another shape.
        """
        self.viewer, self.page = viewer, page
        self.came = next((part for part in (data, turned, given) if part is not None), {})
        filled = {name: (given or {})[name] for name in self.preset if name in (given or {})}
        start = {**self.start(), **filled, "command_id": secrets.token_hex(16)}
        super().__init__(data, files, initial=start)
        self.prepare()
        for field in self.fields.values():
            if isinstance(field, WordsField):
                field.speak(self.languages())
        if turned is not None:
            self._keep(turned)

    def _keep(self, entered: Mapping[str, Any]) -> None:
        for name, field in self.fields.items():
            if name in entered or any(key.startswith(f"{name}-") for key in entered):
                self.initial[name] = field.widget.value_from_datadict(entered, {}, name)

    def came_with(self, name: str) -> tuple[str, ...]:
        """The values of that name in what was sent, or else in the address; one a line or each."""
        several = getattr(self.came, "getlist", None)
        found = several(name) if several else [self.came[name]] if name in self.came else []
        return tuple(dict.fromkeys(value for value in found if value))

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> object:  # noqa: ARG003 - for those about something
        """What the step is about; NotFound if the viewer may not see it."""
        return None

    def about(self) -> dict[str, object]:
        """What of the command is known before anything is filled in."""
        return {}

    def allowed(self) -> bool:
        """True if the viewer may try this step."""
        return may_try(self.viewer, self.kind, **self.about())

    def start(self) -> dict[str, Any]:
        """What the fields hold before anybody fills them in."""
        return {}

    def prepare(self) -> None:
        """Fit the fields to what the page shows."""

    def command(self) -> Any:  # noqa: ANN401 - one of many
        """The command that the fields ask for."""
        raise NotImplementedError

    def commands(self) -> tuple[Any, ...]:
        """What is recorded together, or not at all: one command unless said otherwise."""
        return (self.command(),)

    def previewed(self) -> Self:
        """The sheet that shows what would be recorded; Refused as the command would be."""
        return self

    @property
    def is_confirmed(self) -> bool:
        """True if exactly what is entered now has been shown, or need not be."""
        return not self.preview_page or self.data.get("confirm") == self.seen

    @property
    def seen(self) -> str:
        """What a confirmation of what is entered now says."""
        return self.id.removeprefix("form:")

    def goes_to(self) -> str:
        """Where what was done can be seen."""
        return self.back

    def refused(self, refused: Refused) -> None:
        """Say why the act was refused, at the field that it means."""
        sentence = say_refusal(refused.rule, dict(refused.facts), self.viewer.language)
        named = MEANT.get(refused.rule, ())
        self.wrong(sentence, next((name for name in named if name in self.fields), ""))

    def languages(self) -> tuple[str, ...]:
        """The assembly's languages, the viewer's first if it is one of them."""
        assembly = known(self.viewer).assembly
        spoken = assembly.languages if assembly else ("en",)
        mine = self.viewer.language if self.viewer.language in spoken else "en"
        return tuple(sorted(spoken, key=lambda code: code != mine))

    @property
    def id(self) -> str:
        """The command's identity: of this form with this content.

        Whoever goes back and changes something means another act; whoever presses twice does not.
        """
        entered = sorted(
            (name, [value.replace("\r\n", "\n") for value in values])
            for name, values in self.data.lists()
            if name not in self.no_content
        )
        files = self.files_sent()
        return f"form:{hashlib.sha256(repr((entered, files)).encode()).hexdigest()[:32]}"

    def files_sent(self) -> object:
        """What of the files tells one sending from another."""
        return sorted((name, file.name, file.size) for name, file in self.files.items())

    def given(self, name: str) -> Any:  # noqa: ANN401 - as the field cleans it
        """What was entered."""
        return self.cleaned_data[name]

    def day(self, name: str) -> str:
        """The day that was entered, as an ISO day; empty if none was."""
        entered = self.cleaned_data.get(name)
        return entered.isoformat() if entered else ""

    def pick(self, words: Words) -> str:
        """The words in the viewer's language or the nearest."""
        return pick(words, self.viewer.language)[0]

    def name(self, identity: str) -> str:
        """What a thing of the register is called."""
        return self.pick(known(self.viewer).names.get(identity, {})) or identity

    def named(self, *identities: str) -> Choices:
        """Choices of things of the register."""
        return [(identity, self.name(identity)) for identity in identities]

    def terms(self, scheme: str, *keys: str) -> Choices:
        """Choices of a closed vocabulary."""
        return [(key, term(self.viewer.language, scheme, key)) for key in keys]

    def offer_one_of(self, name: str, choices: Choices) -> None:
        """Offer these choices, none of them chosen beforehand if there are several."""
        self.offer(name, choices, _("Choose") if len(choices) > 1 else None)

    def offer(self, name: str, choices: Choices, blank: object = None) -> None:
        """Offer these choices in a field, after a blank one if it is named."""
        head = [] if blank is None else [("", blank)]
        self.fields[name].choices = [*head, *choices]


class RegisterStep(Step):
    """A step about the register as a whole."""

    def prepare(self) -> None:
        """Lead back to the register."""
        self.back, self.back_label = "/register/", _("Register")


class Sourced(forms.Form):
    """Where a fact was read, for steps that enter what happened elsewhere."""

    source_link = fields.link(_("Source: link"))
    source_note = fields.line(_("Source: note"), required=False)

    def sources(self) -> Sources:
        """The source entered, as somebody else's report; none if nothing was entered."""
        link, note = self.cleaned_data["source_link"], self.cleaned_data["source_note"]
        return (Source("S", link, note),) if link or note else ()
