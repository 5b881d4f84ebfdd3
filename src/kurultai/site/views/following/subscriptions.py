"""Subscriptions: asked for, confirmed by letter, changed and ended by whoever has the letter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kurultai.followers import subscribers
from kurultai.followers.subscribers import Subscriber
from kurultai.gate.outward import keeps_outward
from kurultai.site.accounts.throttle import network_of
from kurultai.site.api.pace import Pace
from kurultai.site.digests import drafted, first_letter
from kurultai.site.forms.following.subscribing import Chosen, Subscribe
from kurultai.site.house import house
from kurultai.site.tongue import say
from kurultai.site.views.following.own import for_whom, page
from kurultai.site.views.writing.answer import SeeOther, show

_asked = Pace(10)  # letters in a minute that one network address may cause
_read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@_read_or_send
def subscribe(request: HttpRequest) -> HttpResponse:
    """Ask to be written to. The answer is the same whether or not the address is known."""
    sheet = Subscribe(request.POST if request.method == "POST" else None)
    sheet.prepared(request.viewer)
    if request.method != "POST":
        return show(request, sheet)
    if not sheet.is_valid():
        return show(request, sheet, 422)
    if _asked.wait(network_of(request.META.get("REMOTE_ADDR", ""))):
        sheet.wrong(say("Too many requests. Wait a moment."))
        return show(request, sheet, 429)
    address = sheet.cleaned_data["address"]
    found = subscribers.ask(house().directory, address, sheet.choice, request.viewer.position)
    if found:
        first_letter(found, _base(request))
    return page(request, "subscribed.html", said="asked")


@_read_or_send
def one(request: HttpRequest, secret: str) -> HttpResponse:
    """Say yes, or choose otherwise. Opening the page does neither: programs open pages too."""
    found = _found(secret)
    choice = found.choice
    start = {
        "topics": choice.topics,
        "series": choice.series,
        "areas": choice.areas,
        "language": choice.language,
    }
    sheet = Chosen(request.POST if request.method == "POST" else None, initial=start)
    sheet.prepared(request.viewer)
    if request.method == "POST" and sheet.is_valid():
        subscribers.choose(house().directory, secret, sheet.choice)
        return _apart(page(request, "subscribed.html", said="confirmed", secret=secret))
    status = 422 if sheet.is_bound else 200
    return _apart(
        page(request, "subscription.html", status, form=sheet, subscriber=found, secret=secret)
    )


@csrf_exempt  # a mail program ends it with one press, and who has the address may
@_read_or_send
def end(request: HttpRequest, secret: str) -> HttpResponse:
    """End it: the same answer whether or not there was one."""
    if request.method != "POST":
        return _apart(page(request, "unsubscribe.html"))
    subscribers.end(house().directory, secret)
    return _apart(page(request, "subscribed.html", said="ended"))


@for_whom(keeps_outward)
def digests(request: HttpRequest) -> HttpResponse:
    """How many subscribe; draft the letters that tell them what is new."""
    if request.method == "POST":
        drafted(_base(request))
        return SeeOther("/outbox/")
    every = subscribers.confirmed(house().directory)
    languages: dict[str, int] = {}
    for subscriber in every:
        language = subscriber.choice.language
        languages[language] = languages.get(language, 0) + 1
    return page(request, "digests.html", count=len(every), languages=languages)


def _found(secret: str) -> Subscriber:
    found = subscribers.by_secret(house().directory, secret)
    if found is None:
        raise Http404
    return found


def _apart(response: HttpResponse) -> HttpResponse:
    """Who has the address may change it: it is told to nobody, and kept nowhere."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _base(request: HttpRequest) -> str:
    return str(request.build_absolute_uri("/").rstrip("/"))
