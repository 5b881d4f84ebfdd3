"""Real votes of others, decided by the command that anybody can run: ``kurultai decide``."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Event = dict[str, Any]
KURULTAI = Path(sys.executable).with_name("kurultai")


def decided(rulebook: str, events: Iterable[Event]) -> list[dict[str, Any]]:
    """What the command answers, line by line in the order of the events."""
    lines = "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in events)
    ran = subprocess.run(
        [KURULTAI, "decide", "--rulebook", rulebook],
        input=lines.encode(),
        capture_output=True,
        check=False,
    )
    assert not ran.stderr, ran.stderr.decode()
    return [json.loads(line) for line in ran.stdout.splitlines()]
