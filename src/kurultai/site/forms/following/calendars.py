"""The secret address of a calendar of one's own."""

from typing import Any

from kurultai.site.forms.sheet import Sheet
from kurultai.site.tongue import lazy as _


class OwnCalendar(Sheet):
    """Two buttons: make one, which ends the one there was; or end it."""

    title = _("Your calendar")
    lead = _(
        "A secret address for your own calendar program: what is asked of your parliament, with"
        " its days. Who has the address needs no password; of what is not public it shows the day"
        " alone. You can end it at any time."
    )
    back, back_label = "/account", _("Your account")
    button = _("Make a new secret address")

    def __init__(self, *, has_one: bool, **more: Any) -> None:  # noqa: ANN401 - as Django has it
        """An address that is there can be ended."""
        super().__init__(**more)
        self.other_buttons = (("revoke", _("End the address you have")),) if has_one else ()
