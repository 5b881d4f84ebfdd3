"""The site as a WSGI application."""

import os
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kurultai.site.settings")


class Request(WSGIRequest):
    """A request, read as UTF-8 whatever it says of itself: an address means one thing to all."""

    @property
    def encoding(self) -> None:
        """None: UTF-8, as everywhere."""

    @encoding.setter
    def encoding(self, named: str) -> None:
        """Pass over the character set that a request names."""

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            super()._set_content_type_params(meta)
        except (LookupError, ValueError):  # a header that nobody can read
            self.content_type = ""
            self.content_params: dict[str, str] = {}


application = get_wsgi_application()
application.request_class = Request
