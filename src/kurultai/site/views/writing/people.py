"""Appointing people and giving them sign-ins: what is done here shows a password, once."""

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from kurultai.followers import tokens
from kurultai.gate.clause import NotFound
from kurultai.site.accounts.models import Account
from kurultai.site.forms.parties import AppointPerson, password_for_once
from kurultai.site.forms.sign_ins import SignInFor, SignInForOwn
from kurultai.site.forms.step import Step
from kurultai.site.house import house
from kurultai.site.reports.models import CalendarAddress
from kurultai.site.views.writing.answer import show
from kurultai.site.views.writing.carry import open_step, record

_read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@_read_or_send
def appoint(request: HttpRequest, name: str) -> HttpResponse:
    """Appoint one of a parliament's own people, with a sign-in."""
    sheet = _opened(request, AppointPerson, name)
    if request.method != "POST":
        return show(request, sheet)
    position = record(request, sheet)
    if isinstance(position, HttpResponse):
        return position
    if not sheet.is_valid() or Account.objects.filter(person=sheet.person).exists():
        return _given(request, sheet, "", "")  # sent twice: a password is shown once
    return _sign_in(request, sheet, sheet.person)


@_read_or_send
def sign_in_for(request: HttpRequest, name: str = "") -> HttpResponse:
    """Give a person a sign-in, or a new password for the one they have."""
    sheet = _opened(request, SignInForOwn if name else SignInFor, name)
    if request.method != "POST":
        return show(request, sheet)
    if not sheet.is_valid():
        return show(request, sheet, 422)
    return _sign_in(request, sheet, sheet.given("person"))


def _opened(request: HttpRequest, step: type[Step], name: str) -> Step:
    try:
        return open_step(request, step, name)
    except NotFound:
        raise Http404 from None


@sensitive_variables("password")
def _sign_in(request: HttpRequest, sheet: Step, person: str) -> HttpResponse:
    password = password_for_once()
    account = Account.objects.filter(person=person).first()
    if account is None:
        name = sheet.given("sign_in")
        try:
            account = Account.objects.open(name, person, password, once=True)
        except IntegrityError:  # sent twice at once: whoever came first was shown the password
            return _given(request, sheet, "", "")
    else:
        account.once = True
        account.set_password(password)
        account.save()
        _end_what_needs_no_password(person)
    return _given(request, sheet, account.name, password)


def _end_what_needs_no_password(person: str) -> None:
    """Whoever had the old password may have made these, and would go on reading by them."""
    tokens.revoke_all(house().directory, person)
    CalendarAddress.objects.filter(person=person).delete()


def _given(request: HttpRequest, sheet: Step, name: str, password: str) -> HttpResponse:
    shown = {"form": sheet, "sign_in": name, "password": password}
    response = render(request, "forms/sign_in_given.html", shown)
    response.headers["Cache-Control"] = "no-store"
    return response
