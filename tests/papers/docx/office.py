"""Opens files with LibreOffice, settles their tracked changes, and keeps their text.

Run by the system's own Python, which has LibreOffice's bridge:

    office.py DIRECTORY SLOT SOURCE TARGET [SLOT SOURCE TARGET ...]

A slot is AcceptAllTrackedChanges or RejectAllTrackedChanges.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found] # of the system's Python
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found] # made by the bridge
from com.sun.star.connection import (  # type: ignore[import-not-found] # as above
    NoConnectException,
)

PATIENCE = 60  # seconds


def told(**values: object) -> tuple[PropertyValue, ...]:
    """Arguments as LibreOffice takes them."""
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def connected(pipe: str) -> Any:  # noqa: ANN401 - the bridge has no types
    """The office's own context, once it listens."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def main(directory: str, *jobs: str) -> None:
    """Settle and keep every file."""
    pipe = f"papers{abs(hash(directory))}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={Path(directory).as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # it begets others
    )
    try:
        context = connected(pipe)
        make = context.ServiceManager.createInstanceWithContext
        desktop = make("com.sun.star.frame.Desktop", context)
        dispatcher = make("com.sun.star.frame.DispatchHelper", context)
        for slot, source, target in zip(jobs[::3], jobs[1::3], jobs[2::3], strict=True):
            opened = desktop.loadComponentFromURL(
                Path(source).as_uri(), "_blank", 0, told(Hidden=True)
            )
            frame = opened.CurrentController.Frame
            dispatcher.executeDispatch(frame, f".uno:{slot}", "", 0, ())
            text = told(FilterName="Text (encoded)", FilterOptions="UTF8,LF")
            opened.storeToURL(Path(target).as_uri(), text)
            opened.close(True)
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait(PATIENCE)


if __name__ == "__main__":
    main(*sys.argv[1:])
