"""Serve the assembly to browsers."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

WRITERS = 32  # threads: those that wait to record together share one commit


def add(parser: argparse.ArgumentParser) -> None:
    """What may be asked for."""
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("KURULTAI_DATA", "data")))
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)


def run(asked: argparse.Namespace) -> int:
    """Serve until stopped; 1 if there is no record to serve."""
    if not (asked.data / "record.db").exists():
        sys.stderr.write(
            f"There is no record in {asked.data}. Make one first: kurultai load FOLDER\n"
        )
        return 1
    os.environ["KURULTAI_DATA"] = str(asked.data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kurultai.site.settings")
    _serve(prepared(), asked)
    return 0


def prepared() -> Any:  # noqa: ANN401 - a WSGI application
    """The site, with its own tables and the house open, so that the first page is quick."""
    from kurultai.site.wsgi import application  # noqa: PLC0415 - Django takes its time

    _bring_up_site()
    from kurultai.site.house import house  # noqa: PLC0415

    house()
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


def _serve(application: Any, asked: argparse.Namespace) -> None:  # noqa: ANN401
    import uvicorn  # noqa: PLC0415
    from a2wsgi import WSGIMiddleware  # noqa: PLC0415

    _greet(asked)
    uvicorn.run(
        WSGIMiddleware(application, workers=WRITERS),
        host=asked.host,
        port=asked.port,
        access_log=False,
        log_level="warning",
        lifespan="off",
        server_header=False,
    )


def _greet(asked: argparse.Namespace) -> None:
    sys.stdout.write(f"Open http://{asked.host}:{asked.port}/ in a browser. Ctrl-C stops.\n")
    sign_ins = asked.data / "sign-ins.txt"
    if sign_ins.exists():
        sys.stdout.write(f"\nSign-ins ({sign_ins}):\n{sign_ins.read_text(encoding='utf-8')}\n")
    sys.stdout.flush()
