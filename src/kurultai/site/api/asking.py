"""Who asks: the holder of a token, or the public; never whoever is signed in to the pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from kurultai.followers import tokens
from kurultai.followers.tokens import VERSIONS, Token
from kurultai.gate.viewer import Viewer
from kurultai.site.accounts.models import Account
from kurultai.site.accounts.throttle import network_of
from kurultai.site.api.pace import Pace
from kurultai.site.api.problems import Wrong
from kurultai.site.house import house

_paces: dict[int, Pace] = {}  # by how many in a minute


@dataclass(frozen=True, slots=True)
class Caller:
    """A system that asks, for the person whose token it shows; without one for nobody."""

    token: Token | None
    version: str

    @property
    def reader(self) -> str | None:
        """In whose name it reads: the public's, unless the token was made for more."""
        return self.token.person if self.token and "read:mine" in self.token.scopes else None

    def actor(self) -> str:
        """In whose name it acts; Wrong if it may not."""
        if self.token is None:
            raise Wrong("token", WWW_Authenticate="Bearer")
        if "report" not in self.token.scopes:
            raise Wrong("scope", "report")
        return self.token.person


def caller(request: HttpRequest) -> Caller:
    """Who asks; Wrong if the token is none, its version is gone, or too much was asked."""
    secret = _shown(request)
    token = tokens.found(house().directory, secret) if secret else None
    who = f"token {token.id}" if token else network_of(request.META.get("REMOTE_ADDR", ""))
    _keep_pace(who, settings.API_PACE if token else settings.API_PACE_PUBLIC)
    if secret and (token is None or not _is_active(token.person)):
        raise Wrong("token", WWW_Authenticate='Bearer error="invalid_token"')
    version = token.version if token else VERSIONS[-1]
    if version not in VERSIONS:
        raise Wrong("version", version)
    return Caller(token, version)


@contextmanager
def seated(person: str | None, language: str) -> Iterator[Viewer]:
    """The viewer in whose name a request is read or carried out."""
    with house().viewing(person, language) as viewer:
        yield viewer


def _shown(request: HttpRequest) -> str:
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind and kind.lower() != "bearer":
        raise Wrong("token", WWW_Authenticate="Bearer")
    return secret.strip()


def _is_active(person: str) -> bool:
    """False for somebody whose sign-in was closed; who never had one has no token."""
    return Account.objects.filter(person=person, is_active=True).exists()


def _keep_pace(who: str, most: int) -> None:
    pace = _paces.setdefault(most, Pace(most))
    if wait := pace.wait(who):
        raise Wrong("too-many", Retry_After=str(wait))
