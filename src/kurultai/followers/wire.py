"""One POST to an address that somebody named, which must not lead into the local network."""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

_TIMEOUT = 10.0  # seconds for each step
_WHOLE = 20.0  # seconds for all of it: whoever answers byte by byte holds up nobody else
_PORTS = {"http": 80, "https": 443}
_PUBLIC = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out


class Unreachable(Exception):  # noqa: N818 - an answer
    """It was not called, or did not answer; the words say why."""


def parts_of(url: str, *, local: bool) -> SplitResult:
    """The parts of an address that may be called; Unreachable if it may not."""
    try:
        parts, wanted = urlsplit(url), ("https", "http") if local else ("https",)
        parts.port  # noqa: B018 - it is read, and refused if it is no number
    except ValueError as fault:
        raise Unreachable("no address") from fault
    if parts.scheme not in wanted or not parts.hostname or parts.username or parts.fragment:
        raise Unreachable("an address begins with https:// and names a machine and nobody")
    return parts


def post(url: str, body: bytes, headers: Mapping[str, str], *, local: bool) -> int:
    """The status that was answered; a redirection is an answer and is not followed."""
    parts = parts_of(url, local=local)
    port = parts.port or _PORTS[parts.scheme]
    connection = _Pinned(parts, port, _address(parts.hostname or "", port, local=local))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.connect()
        over = threading.Timer(_WHOLE, connection.cut)
        over.start()
        try:
            connection.request("POST", target, body, dict(headers))
            return int(connection.getresponse().status)
        finally:
            over.cancel()
    except (OSError, http.client.HTTPException, ValueError) as fault:
        raise Unreachable(f"{type(fault).__name__}: {fault}") from fault
    finally:
        connection.close()


def is_open(address: str) -> bool:
    """True of an address of the public network, in whatever way it is wrapped."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        within = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if within:
            return is_open(str(within))
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return is_open(str(ipaddress.IPv4Address(found.packed[-4:])))
        if found not in _PUBLIC:  # of the rest some is a network's own, some leads back into IPv4
            return False
    return found.is_global and not found.is_multicast


def _address(host: str, port: int, *, local: bool) -> str:
    """The address that is called: looked up once, so that none takes its place afterwards."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise Unreachable(f"{host} is not known") from fault
    addresses = [str(each[4][0]) for each in found]
    if not local and not all(map(is_open, addresses)):
        raise Unreachable(f"{host} is in the local network")
    return addresses[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was looked at, whatever the name leads to by now."""

    def __init__(self, parts: SplitResult, port: int, address: str) -> None:
        """Not connected yet."""
        super().__init__(parts.hostname or "", port, timeout=_TIMEOUT)
        self._address, self._is_tls = address, parts.scheme == "https"

    def connect(self) -> None:
        """Connect, and see whom the other end is certified to be."""
        self.sock = socket.create_connection((self._address, self.port), _TIMEOUT)
        if self._is_tls:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End it, whatever it waits for."""
        if self.sock is not None:
            with suppress(OSError):  # it has ended by itself
                self.sock.shutdown(socket.SHUT_RDWR)
