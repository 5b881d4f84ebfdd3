"""The site of a test, to be reached over HTTP by programs that others wrote."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Threading(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@contextmanager
def served() -> Iterator[str]:
    """The address at which the house of the test answers."""
    from django.test import override_settings

    from kurultai.site.wsgi import application

    with (
        override_settings(ALLOWED_HOSTS=["testserver", "127.0.0.1"]),
        make_server("127.0.0.1", 0, application, _Threading, _Quiet) as server,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
