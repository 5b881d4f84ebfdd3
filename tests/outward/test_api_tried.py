"""A program that others wrote tries the interface as its own description says it is."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kurultai.followers.tokens import SCOPES, make
from tests.conftest import Site
from tests.outward.served import served
from tests.site.third_meeting import Third, hold

SCHEMATHESIS = Path(sys.executable).parent / "schemathesis"
EXAMPLES = os.environ.get(
    "KURULTAI_API_EXAMPLES", "10"
)  # of each operation, beside those at its edges
LONGEST = "60"  # seconds
COORDINATOR = "person:office-az-coordinator"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_schema_conformance,response_headers_conformance,negative_data_rejection,"
    "unsupported_method,ignored_auth"
)

CONFIG = """[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 409, 413, 415, 422]
"""


def named(described: dict[str, Any], third: Third) -> dict[str, Any]:
    """The description, with names that there are beside any others."""
    there = {
        "parties": "party:az",
        "series": "series:defence",
        "meetings": third.meeting,
        "documents": third.document,
        "decisions": third.adopted,
        "commitments": third.commitment,
        "acts": ":1",
    }
    for path, operations in described["paths"].items():
        for operation in operations.values():
            for parameter in operation["parameters"]:
                if parameter["in"] == "path":
                    name = there[path.split("/")[1]].partition(":")[2]
                    parameter["schema"] = {"anyOf": [{"const": name}, parameter["schema"]]}
                    parameter["example"] = name
    return described


def test_whatever_is_asked_the_answer_is_as_described(site: Site, tmp_path: Path) -> None:
    if not SCHEMATHESIS.exists():
        missing = "schemathesis is not installed; ./test installs it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    third = hold(site.house)
    site.account(COORDINATOR)
    token = make(site.house.directory, COORDINATOR, "trial", SCOPES, "2999-01-01")
    described = named(json.loads(site.browser().get("/api/v1/openapi.json").content), third)
    (tmp_path / "schemathesis.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "openapi.json").write_text(json.dumps(described), encoding="utf-8")
    done = _tried(tmp_path, token)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def _tried(where: Path, token: str) -> "subprocess.CompletedProcess[str]":
    from django.test import override_settings

    with override_settings(API_PACE=1_000_000, API_PACE_PUBLIC=1_000_000), served() as base:
        return subprocess.run(
            [
                *(SCHEMATHESIS, "run", where / "openapi.json", "--url", f"{base}/api/v1"),
                *("--header", f"Authorization: Bearer {token}", "--checks", CHECKS),
                *("--phases", "examples,coverage,fuzzing", "--max-examples", EXAMPLES),
                *("--seed", "1", "--no-color", "--generation-database", "none"),
                *("--warnings", "off", "--max-time", LONGEST, "--continue-on-failure"),
            ],
            capture_output=True,
            text=True,
            cwd=where,
            check=False,
            timeout=300,
        )
