"""When a session of the site ends otherwise than by time: its screens end with it."""

from collections.abc import Callable

from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import post_save

from kurultai.site.accounts.models import Account


def listen(ended: Callable[[str], None]) -> Callable[[], None]:
    """Have ``ended`` called with the person who signs out, or whose account is changed.

    It is called in the thread that answers the site's request. What is returned ends it.
    """

    def signed_out(user: Account | None, **_: object) -> None:
        if user is not None:
            ended(str(user.person))

    def changed(
        instance: Account,
        created: bool,  # noqa: FBT001 - as Django names it
        update_fields: frozenset[str] | None,
        **_: object,
    ) -> None:
        is_sign_in = update_fields == frozenset({"last_login"})
        if not (created or is_sign_in):
            ended(str(instance.person))

    user_logged_out.connect(signed_out, weak=False)
    post_save.connect(changed, sender=Account, weak=False)

    def stop() -> None:
        user_logged_out.disconnect(signed_out)
        post_save.disconnect(changed, sender=Account)

    return stop
