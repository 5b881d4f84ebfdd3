"""Signing in and out, and one's own password."""

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kurultai.site.accounts.models import Account
from kurultai.site.accounts.throttle import Throttle, network_of
from kurultai.site.forms.accounts import ChangePassword, FirstPassword, SignIn, SignOut
from kurultai.site.tongue import say
from kurultai.site.views.writing.answer import SeeOther, show

_names, _addresses = Throttle(free=5), Throttle(free=20)
_read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@sensitive_post_parameters()
@_read_or_send
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; then on to where the viewer wanted to go."""
    if request.method != "POST":
        return show(request, SignIn(initial={"next": _local(request.GET.get("next", ""))}))
    sheet = SignIn(request.POST)
    if not sheet.is_valid():
        return show(request, sheet, 422)
    account = _recognised(request, sheet)
    if account is None:
        return show(request, sheet, 422)
    if account.once:
        return SeeOther("/sign-in/first")
    login(request, account)
    return SeeOther(_local(sheet.cleaned_data["next"]) or "/")


@sensitive_post_parameters()
@_read_or_send
def first_password(request: HttpRequest) -> HttpResponse:
    """A password that was given for once is exchanged for one's own."""
    if request.method != "POST":
        return show(request, FirstPassword())
    sheet = FirstPassword(request.POST)
    if not sheet.is_valid():
        return show(request, sheet, 422)
    account = _recognised(request, sheet)
    if account is None:
        return show(request, sheet, 422)
    account.once = False
    _choose(account, sheet)
    login(request, account)
    return SeeOther("/")


@_read_or_send
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; a page with the button where only the address was opened."""
    if request.method != "POST":
        return show(request, SignOut())
    logout(request)
    return SeeOther("/")


@sensitive_post_parameters()
@_read_or_send
def account(request: HttpRequest) -> HttpResponse:
    """Change one's own password; sessions elsewhere end with the old one."""
    if not request.user.is_authenticated:
        raise Http404
    sheet = ChangePassword(request.POST if request.method == "POST" else None)
    sheet.account = request.user
    if request.method != "POST":
        return show(request, sheet)
    if not sheet.is_valid():
        return show(request, sheet, 422)
    _choose(request.user, sheet)
    update_session_auth_hash(request, request.user)
    return SeeOther("/")


def _choose(account: Account, sheet: ChangePassword | FirstPassword) -> None:
    account.set_password(sheet.cleaned_data["new"])
    account.save()


def _recognised(request: HttpRequest, sheet: SignIn | FirstPassword) -> Account | None:
    """The account, or None with the reason on the sheet: the same for every wrong guess."""
    name, password = sheet.cleaned_data["name"], sheet.cleaned_data["password"]
    address = network_of(request.META.get("REMOTE_ADDR", ""))
    if wait := max(_names.wait(name), _addresses.wait(address)):
        sheet.wrong(say("Too many attempts. Wait %(seconds)s seconds.") % {"seconds": wait})
        return None
    _names.failed(name)  # before it is looked at, or many guesses at once would count as none
    found: Account | None = authenticate(request, name=name, password=password)
    if found is None:
        _addresses.failed(address)
        sheet.wrong(say("Name or password is wrong."), "name")
        return None
    _names.succeeded(name)  # the address stays counted: it may have guessed at other names
    return found


def _local(path: str) -> str:
    """The path, if it leads to a page of this site."""
    local = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if local else ""
