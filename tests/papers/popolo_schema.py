"""Popolo's own schemas, as its authors publish them, and what is valid by them."""

import json
from typing import Any

from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from tests.papers.shared import shared


def faults_of(event: dict[str, Any]) -> list[str]:
    """What is wrong with a vote event by the schema; skipped where the schemas are absent."""
    schemas = [json.loads(file.read_text()) for file in shared("popolo_spec/schemas").iterdir()]
    registry: Registry[Any] = Registry().with_resources(
        (schema["id"], DRAFT3.create_resource(schema)) for schema in schemas
    )
    vote_event = next(s for s in schemas if s["id"].endswith("/vote_event.json#"))
    found = Draft3Validator(vote_event, registry=registry).iter_errors(event)
    return [f"{fault.json_path}: {fault.message}" for fault in found]
