"""Signing a rulebook as read."""

from kurultai.gate import register
from kurultai.procedure import commands as c
from kurultai.procedure.register import digest_of
from kurultai.site.forms import fields
from kurultai.site.forms.step import RegisterStep
from kurultai.site.tongue import lazy as _


class SignRulebook(RegisterStep):
    """Somebody who keeps the rules has read a rulebook and signs it as right."""

    title = _("Sign a rulebook as read")
    lead = _(
        "You sign the text as it stands, with what it marks as unconfirmed. Your name and the day"
        " are shown under it."
    )
    button = _("Sign")
    kind = c.SignRulebook
    digest = fields.choice(_("Rulebook"))
    remark = fields.words(
        _("Remark"),
        required=False,
        rows=2,
        longest=2000,
        hint=_("What you would confirm or change."),
    )

    def prepare(self) -> None:
        """Offer the rulebooks that were put into force, the latest first."""
        super().prepare()
        self.back, self.back_label = "/rulebook", self.title
        self.books = {digest_of(book.text): book for book in register.rulebooks(self.viewer)}
        named = [(name, f"{book.rulebook} · {book.since}") for name, book in self.books.items()]
        self.offer_one_of("digest", named)

    def command(self) -> c.SignRulebook:
        """Sign it."""
        digest = self.given("digest")
        return c.SignRulebook(
            id=self.id,
            rulebook=self.books[digest].rulebook,
            digest=digest,
            remark=self.cleaned_data.get("remark") or {},
        )

    def goes_to(self) -> str:
        """The rulebook with the signatures."""
        return "/rulebook"
