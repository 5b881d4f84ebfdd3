"""One's own tokens: made, shown once, ended."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables

from kurultai.followers import tokens
from kurultai.gate.outward import has_account
from kurultai.site.forms.following.tokens import NewToken
from kurultai.site.house import house
from kurultai.site.views.following.own import for_whom, page
from kurultai.site.views.writing.answer import SeeOther


@for_whom(has_account)
@sensitive_variables("secret")
def own(request: HttpRequest) -> HttpResponse:
    """The tokens there are, and a new one, shown when it is made and never again."""
    person, directory = has_account(request.viewer), house().directory
    if "end" in request.POST:
        number = request.POST["end"]
        tokens.revoke(directory, person, int(number) if number.isdecimal() else 0)
        return SeeOther("/account/tokens")
    sheet = NewToken(request.POST if request.method == "POST" else None).prepared()
    secret = ""
    if request.method == "POST" and sheet.is_valid():
        given = sheet.cleaned_data
        until = given["until"].isoformat()
        secret = tokens.make(directory, person, given["name"], given["scopes"], until)
        sheet = NewToken().prepared()
    status = 422 if sheet.is_bound else 200
    made = tokens.of(directory, person)
    return page(request, "tokens.html", status, form=sheet, secret=secret, tokens=made)
