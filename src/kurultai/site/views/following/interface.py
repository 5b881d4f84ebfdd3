"""The page that describes the interface for other systems to people."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kurultai.followers.tokens import SCOPES, VERSIONS
from kurultai.site.api.doing import DOING
from kurultai.site.api.endpoints import READING
from kurultai.site.views.following.own import page


@require_safe
def described(request: HttpRequest) -> HttpResponse:
    """What can be asked for, how, and what a token is."""
    base = request.build_absolute_uri("/").rstrip("/")
    return page(
        request,
        "interface.html",
        base=base,
        reading=READING,
        doing=DOING,
        scopes=SCOPES,
        version=VERSIONS[-1],
    )
