"""Where things are done."""

from django.urls import path

from kurultai.site.forms.sitting.steps import SITTING
from kurultai.site.forms.steps import REPORTS, STEPS
from kurultai.site.sittings.taking import take
from kurultai.site.views.following import party_calendar, reminding
from kurultai.site.views.following.reporting import reporting
from kurultai.site.views.writing import accounts, people, register
from kurultai.site.views.writing.carry import carry

urlpatterns = [
    path("sign-in", accounts.sign_in),
    path("sign-in/first", accounts.first_password),
    path("sign-out", accounts.sign_out),
    path("account", accounts.account),
    path("account/calendar", party_calendar.own),
    path("register/", register.register),
    path("register/sign-ins/new", people.sign_in_for),
    path("parties/<name>/people/new", people.appoint),
    path("parties/<name>/people/sign-ins/new", people.sign_in_for),
    *(
        path(address, (take if address in SITTING else carry)(step))
        for address, step in STEPS.items()
        if address not in {*REPORTS, "parties/<name>/remind"}
    ),
    path("parties/<name>/remind", reminding.remind),
    *(path(address, reporting(step)) for address, step in REPORTS.items()),
]
