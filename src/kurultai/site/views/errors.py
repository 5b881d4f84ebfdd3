"""Pages that say no, in words: what happened, and whether anything was recorded."""

import errno
import sys

from django.core.exceptions import DisallowedHost
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kurultai.site.tongue import lazy as _


def not_found(request: HttpRequest) -> HttpResponse:
    """The one answer to what is not there and to what this viewer may not see."""
    return _worded(
        request,
        404,
        _("There is no such page"),
        _("Nothing here is open to you under this address."),
    )


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """A request that cannot be answered: in most cases under a name that is not ours."""
    said = "This request cannot be answered.\n"
    if isinstance(exception, DisallowedHost):
        said = (
            "This server does not answer to that name. "
            "Its operator says in KURULTAI_HOSTS which names are its own.\n"
        )
    return HttpResponse(said, status=400, content_type="text/plain; charset=utf-8")


def no_such_page(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """The same answer where no address fits."""
    return not_found(request)


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent than one request may carry."""
    return _worded(
        request,
        413,
        _("The file is too large"),
        _("Nothing was recorded. Send at most 25 MB at once."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form did not come from a page of this site, or is too old."""
    return _worded(
        request,
        403,
        _("The form has expired"),
        _("Nothing was recorded. Open the page again and send the form from there."),
    )


def busy(request: HttpRequest) -> HttpResponse:
    """More waits to be recorded than can be."""
    response = _worded(
        request,
        503,
        _("The server is busy"),
        _("Nothing was recorded. Send the form again in a moment."),
    )
    response.headers["Retry-After"] = "2"
    return response


def busy_making(request: HttpRequest) -> HttpResponse:
    """Other papers are being made, and take long."""
    response = _worded(
        request,
        503,
        _("The server is busy"),
        _("Other papers are being made. Ask for this one again in a moment."),
    )
    response.headers["Retry-After"] = "10"
    return response


def not_recorded(request: HttpRequest) -> HttpResponse:
    """The record could not be written: a full disk, or a failing one."""
    return _worded(
        request,
        503,
        _("It could not be recorded"),
        _("Nothing was recorded: the server cannot write to its disk. Tell the administrator."),
    )


def failed(request: HttpRequest) -> HttpResponse:
    """A defect of this software; or of the disk, which whoever signs in may be first to meet."""
    if _of_the_disk(sys.exception()):
        return not_recorded(request)
    return _worded(
        request,
        500,
        _("Something went wrong"),
        _("This is a fault of the software. It was noted in the server's log."),
    )


def _of_the_disk(error: BaseException | None) -> bool:
    """True if a session, an account or a file on its way could not be written."""
    if isinstance(error, OperationalError):
        name = getattr(error.__cause__, "sqlite_errorname", "")
        return name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY"))
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def _worded(request: HttpRequest, status: int, title: object, words: object) -> HttpResponse:
    context = {"title": title, "words": words, "worded": True}
    response = render(request, "error.html", context, status=status)
    response.headers["X-Worded"] = "1"
    return response
