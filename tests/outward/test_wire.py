"""A call goes to whom it was meant for, and waits for nobody longer than it may."""

import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kurultai.followers import wire
from kurultai.followers.wire import Unreachable, post
from tests.outward.listener import Listener, listener


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Of localhost, signed by itself; its key stands in the same file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
            ),
            critical=True,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = tmp_path / "localhost.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return path


@pytest.fixture
def secured(certificate: Path) -> Iterator[Listener]:
    with listener() as other:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        other.socket = context.wrap_socket(other.socket, server_side=True)
        yield other


def _url(other: Listener, host: str = "localhost") -> str:
    return f"https://{host}:{other.server_address[1]}/"


@pytest.mark.filterwarnings("ignore")
def test_who_is_certified_by_nobody_is_told_nothing(secured: Listener) -> None:
    with pytest.raises(Unreachable, match="certificate"):
        post(_url(secured), b"{}", {}, local=True)
    assert secured.heard == []


@pytest.mark.filterwarnings("ignore")
def test_who_is_certified_is_told(
    secured: Listener, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert post(_url(secured), b"{}", {"webhook-id": "act_1"}, local=True) == 204
    assert [head["webhook-id"] for head, _ in secured.heard] == ["act_1"]


def test_who_never_ends_an_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "_WHOLE", 0.2)
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        answering = threading.Thread(target=_drip, args=(silent, over), daemon=True)
        answering.start()
        with pytest.raises(Unreachable):
            post(f"http://127.0.0.1:{silent.getsockname()[1]}/", b"{}", {}, local=True)
        over.set()
        answering.join(timeout=10)


def _drip(silent: socket.socket, over: threading.Event) -> None:
    """One byte of a status after the other, for as long as somebody listens."""
    taken, _ = silent.accept()
    with taken:
        taken.sendall(b"HTTP/1.1 ")
        while not over.wait(0.01):
            try:
                taken.sendall(b"x")
            except OSError:
                return


def test_whose_name_is_not_known_is_told_nothing() -> None:
    with pytest.raises(Unreachable, match="not known"):
        post("https://no-such-name.invalid/", b"{}", {}, local=False)
