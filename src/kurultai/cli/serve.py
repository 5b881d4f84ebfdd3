"""Serve the assembly to browsers."""

import argparse
import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kurultai.followers.post import Mail
    from kurultai.followers.running import Followers
    from kurultai.handle import House


def add(parser: argparse.ArgumentParser) -> None:
    """What may be asked for."""
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("KURULTAI_DATA", "data")))
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="0: any that is free")


def run(asked: argparse.Namespace) -> int:
    """Serve until stopped; 1 if there is no record to serve, or no place to serve it at."""
    if not (asked.data / "record.db").exists():
        return _cannot(f"There is no record in {asked.data}. Make one first: kurultai load FOLDER")
    os.umask(0o077)  # sessions in site.db are for its owner only, wherever it lies
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stop, at whatever moment
    os.environ["KURULTAI_DATA"] = str(asked.data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kurultai.site.settings")
    try:
        listening = socket.create_server((asked.host, asked.port), backlog=2048)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error).rstrip(".")
        return _cannot(f"Cannot serve at {asked.host}, port {asked.port}: {why}. Try another.")
    # A stop by Ctrl-C or SIGTERM is how serving ends, not a fault.
    with listening, suppress(KeyboardInterrupt):
        return _served(listening, asked)
    return 0


def _cannot(why: str) -> int:
    sys.stderr.write(why + "\n")
    return 1


def _served(listening: socket.socket, asked: argparse.Namespace) -> int:
    from django.db import DatabaseError  # noqa: PLC0415 - only now is it needed

    from kurultai.followers.post import Unmailable  # noqa: PLC0415
    from kurultai.record.sqlite import CannotOpen  # noqa: PLC0415

    try:
        mail = named_mail()
        application = prepared()
    except Unmailable:
        return _cannot("KURULTAI_SMTP is not understood. Write smtp://name:password@host:port")
    except CannotOpen as reason:
        return _cannot(str(reason))
    except DatabaseError as reason:
        return _cannot(f"{asked.data / 'site.db'} cannot be used: {reason}. See who owns it.")
    from kurultai.site.house import house  # noqa: PLC0415

    try:
        _greet(asked, listening.getsockname()[1])
        with following(house(), mail) as followers:
            stop = house().listen(followers.stir)
            _serve(application, listening)
            stop()
    finally:
        house().close()
    return 0


def named_mail() -> "Mail":
    """The mail server that the environment names, and the sender."""
    from kurultai.followers.post import Mail  # noqa: PLC0415

    sender = os.environ.get("KURULTAI_MAIL_FROM", "")
    return Mail(os.environ.get("KURULTAI_SMTP", ""), *([sender] if sender else []))


def following(house: "House", mail: "Mail") -> "Followers":
    """Those who follow that house and tell others, in a thread of their own."""
    from functools import partial  # noqa: PLC0415

    from kurultai.followers.caller import Caller  # noqa: PLC0415
    from kurultai.followers.post import post  # noqa: PLC0415
    from kurultai.followers.running import Followers  # noqa: PLC0415
    from kurultai.site.paths import path_of  # noqa: PLC0415

    local = os.environ.get("KURULTAI_HOOKS_LOCAL", "") == "1"
    return Followers(partial(post, house.directory, mail), Caller(house, path_of, local=local))


def prepared() -> Any:  # noqa: ANN401 - a WSGI application
    """The site, with its own tables and the house open, so that the first page is quick."""
    from kurultai.site.wsgi import application  # noqa: PLC0415 - Django takes its time

    _bring_up_site()
    from kurultai.site.house import house  # noqa: PLC0415

    house()
    gc.freeze()  # what is there now stays: looking through it again costs a large page a tenth
    return application


def _bring_up_site() -> None:
    """Make or change the tables of accounts and sessions, if there is anything to do."""
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        from django.core.management import call_command  # noqa: PLC0415

        call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def _serve(application: Any, listening: socket.socket) -> None:  # noqa: ANN401
    from kurultai.live.hub import Limits  # noqa: PLC0415
    from kurultai.live.server import Server  # noqa: PLC0415
    from kurultai.site.house import house  # noqa: PLC0415

    _allow_files()
    every = int(os.environ.get("KURULTAI_SCREENS", "5000"))
    limits = Limits(address=max(every // 2, 1), all=every)
    Server(house(), application, limits).run(sockets=[listening])


def _allow_files() -> None:
    """As many open files as the system lets us have: each screen is one."""
    import resource  # noqa: PLC0415

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _greet(asked: argparse.Namespace, port: int) -> None:
    sys.stdout.write(f"Open http://{asked.host}:{port}/ in a browser. Ctrl-C stops.\n")
    sign_ins = asked.data / "sign-ins.txt"
    if sign_ins.exists():
        sys.stdout.write(f"\nSign-ins ({sign_ins}):\n{sign_ins.read_text(encoding='utf-8')}\n")
    sys.stdout.flush()
