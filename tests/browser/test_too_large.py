"""Two hundred megabytes at once: refused in words, and not gathered in memory."""

import http.client
from collections.abc import Iterator
from pathlib import Path

from tests.browser.conftest import Served

MEGABYTE = 1024 * 1024
SENT = 200


def test_two_hundred_megabytes_are_refused_without_filling_memory(served: Served) -> None:
    connection = http.client.HTTPConnection(served.address.removeprefix("http://"), timeout=60)
    connection.request("GET", "/sign-in")  # what any first page loads is not the sender's doing
    connection.getresponse().read()
    before = most_memory(served.process)
    connection.request(
        "POST",
        "/documents/new",
        body=zeros(),
        headers={
            "Content-Type": "multipart/form-data; boundary=x",
            "Content-Length": str(SENT * MEGABYTE),
        },
    )
    answer = connection.getresponse()
    words = answer.read().decode()
    connection.close()
    assert answer.status == 413
    assert "Nothing was recorded. Send at most 25 MB at once." in words
    assert most_memory(served.process) - before < 50 * MEGABYTE


def zeros() -> Iterator[bytes]:
    """The body, a megabyte at a time."""
    for _part in range(SENT):
        yield bytes(MEGABYTE)


def most_memory(process: int) -> int:
    """The most memory, in bytes, that the process has ever held."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024
