"""Whether this server can answer."""

from django.http import HttpRequest, HttpResponse


def health(request: HttpRequest) -> HttpResponse:
    """The position up to which the tables can be read."""
    return HttpResponse(f"ok {request.viewer.position}\n", content_type="text/plain")
