"""The caller: tells other systems of public acts, in order, signed, until they have answered.

The signature is that of Standard Webhooks: over identity, instant and body, by the secret that
the other side was given.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime

from kurultai.followers import hooks
from kurultai.followers.hooks import Call, Hook
from kurultai.followers.store import written
from kurultai.followers.wire import Unreachable, post
from kurultai.gate.record import acts_after
from kurultai.gate.shapes import Minute
from kurultai.handle import House

_AT_ONCE = 100  # acts told to one system before the others have their turn
_GONE = 410  # the other side wants no more calls

PageOf = Callable[[str], str]  # the path of the page of a thing


class Caller:
    """Tells each hook of the house what it has not heard yet."""

    def __init__(self, house: House, page_of: PageOf, *, local: bool = False) -> None:
        """``local`` allows addresses in the local network, and without TLS."""
        self._house, self._page_of, self._local = house, page_of, local

    def __call__(self, at: datetime) -> int:
        """One turn; how many acts were told, or passed over as not asked for."""
        return sum(self._tell(hook, at) for hook in hooks.due(self._house.directory, at))

    def _tell(self, hook: Hook, at: datetime) -> int:
        acts, last = self._acts(hook.position)
        for done, act in enumerate(acts):
            if hook.kinds and act.kind not in hook.kinds:
                continue
            if not self._call(hook, act, at):
                return done
            hooks.came_to(self._house.directory, hook.id, act.position)
        if last > hook.position:
            hooks.came_to(self._house.directory, hook.id, last)
        return len(acts)

    def _acts(self, after: int) -> tuple[tuple[Minute, ...], int]:
        """What the public may know of since then, and up to where that was looked through."""
        with self._house.viewing(None, "en") as viewer:
            acts = acts_after(viewer, after, _AT_ONCE)
            return acts, acts[-1].position if len(acts) == _AT_ONCE else viewer.position

    def _call(self, hook: Hook, act: Minute, at: datetime) -> bool:
        directory = self._house.directory
        body = self._body(hook, act)
        try:
            status = post(hook.url, body, _headers(hook, act, body, at), local=self._local)
            trouble = "" if 200 <= status < 300 else f"answered {status}"  # noqa: PLR2004
        except Unreachable as fault:
            status, trouble = 0, str(fault)
        call = Call(act.position, act.kind, written(at), status, trouble)
        hooks.called(directory, hook.id, call)
        if trouble:
            hooks.failed(directory, hook, trouble, at)
        if status == _GONE:
            hooks.pause_hook(directory, hook.id)
        return not trouble

    def _body(self, hook: Hook, act: Minute) -> bytes:
        """What the public list of acts says of it, and where its page is."""
        data = {
            "position": act.position,
            "on": act.on,
            "stream": act.stream,
            "act": f"{hook.base}/record/{act.position}",
            "page": hook.base + (self._page_of(act.stream) or "/"),
        }
        told = {"type": act.kind, "timestamp": act.at, "data": data}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def signature(secret: str, identity: str, timestamp: str, body: bytes) -> str:
    """What shows that the holder of the secret sent this body then, under that identity."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{identity}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def _headers(hook: Hook, act: Minute, body: bytes, at: datetime) -> dict[str, str]:
    """The identity is that of the act: told again, it is known to have been told."""
    identity, timestamp = f"act_{act.position}", str(int(at.timestamp()))
    return {
        "Content-Type": "application/json",
        "User-Agent": "Kurultai",
        "webhook-id": identity,
        "webhook-timestamp": timestamp,
        "webhook-signature": signature(hook.secret, identity, timestamp, body),
    }
