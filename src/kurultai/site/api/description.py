"""The interface described for machines: OpenAPI 3.1, made from the shapes themselves."""

from collections.abc import Iterable
from typing import Any

import msgspec

from kurultai.followers.tokens import VERSIONS
from kurultai.site.api.doing import DOING, Doing, Recorded
from kurultai.site.api.endpoints import READING, Endpoint
from kurultai.site.api.problems import TITLES, Problem
from kurultai.site.api.shapes import Listing, One

Plain = dict[str, Any]

_REF = "#/components/schemas/{name}"
_OF_ALL = ("token", "version", "too-many")
_OF_READING = (*_OF_ALL, "not-found", "invalid")
_OF_DOING = (
    *_OF_ALL,
    *("scope", "malformed", "not-found", "refused", "too-large", "media-type", "invalid", "busy"),
)
_NAME = {
    "name": "name",
    "in": "path",
    "required": True,
    "description": "As in the address of the page: defence-3 of meeting:defence-3.",
    "schema": {"type": "string", "minLength": 1, "pattern": "^[^/]+$"},
}
_LANGUAGE = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "description": "The language of problems.",
    "schema": {"type": "string"},
}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "What is sent again under the same key is carried out once.",
    "schema": {"type": "string", "maxLength": 200},
}


def description(base: str) -> Plain:
    """The whole description; ``base`` is the site's address."""
    kinds = [*map(_answer, READING), Recorded, Problem, *(doing.takes for doing in DOING)]
    (*schemas, recorded, wrong, _, _), components = _schemas(kinds)
    paths: Plain = {}
    for endpoint, schema in zip(READING, schemas, strict=False):
        paths[f"/{endpoint.path}"] = {"get": _read(endpoint, schema, wrong)}
    for doing in DOING:
        paths[f"/{doing.path}"] = {"post": _do(doing, recorded, wrong)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kurultai",
            "version": VERSIONS[-1],
            "description": "What the pages show, for other systems. Nothing here is an obligation "
            "of a parliament: commitments are pledges, and silence is shown as silence.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": f"{base}/api/v1"}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _answer(endpoint: Endpoint) -> Any:  # noqa: ANN401 - a generic type
    return Listing[endpoint.shape] if endpoint.is_list else One[endpoint.shape]  # type: ignore[name-defined]


def _schemas(kinds: Iterable[Any]) -> tuple[tuple[Plain, ...], Plain]:
    return msgspec.json.schema_components(kinds, schema_hook=_hook, ref_template=_REF)


def _hook(kind: type) -> Plain:
    """A share is written as text, such as 2/3."""
    return {"type": "string", "title": kind.__name__}


def _read(endpoint: Endpoint, schema: Plain, wrong: Plain) -> Plain:
    parameters = [_NAME] if "{name}" in endpoint.path else []
    return {
        "operationId": endpoint.operation,
        "summary": str(endpoint.tells),
        "parameters": [*parameters, *_parameters(endpoint.asks), _LANGUAGE],
        "security": [{}, {"token": []}],
        "responses": {"200": _told("What was asked for", schema), **_wrong(_OF_READING, wrong)},
    }


def _do(doing: Doing, recorded: Plain, wrong: Plain) -> Plain:
    body = {"$ref": _REF.format(name=doing.takes.__name__)}
    return {
        "operationId": doing.operation,
        "summary": str(doing.tells),
        "parameters": [_NAME, _KEY, _LANGUAGE],
        "security": [{"token": ["report"]}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {"201": _told("Recorded", recorded), **_wrong(_OF_DOING, wrong)},
    }


def _parameters(asks: type[msgspec.Struct]) -> list[Plain]:
    (_,), components = msgspec.json.schema_components([asks])
    found = components[asks.__name__]["properties"]
    return [
        {"name": name, "in": "query", "required": False, "schema": _only(schema)}
        for name, schema in found.items()
    ]


def _only(schema: Plain) -> Plain:
    """In an address nothing can be null: it is left out."""
    some = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return some[0] if some else schema


def _told(says: str, schema: Plain) -> Plain:
    version = {"Kurultai-Version": {"schema": {"type": "string"}}}
    content = {"application/json": {"schema": schema}}
    return {"description": says, "headers": version, "content": content}


def _wrong(kinds: Iterable[str], schema: Plain) -> Plain:
    content = {"application/problem+json": {"schema": schema}}
    return {
        str(TITLES[kind][0]): {"description": str(TITLES[kind][1]), "content": content}
        for kind in sorted(kinds, key=lambda kind: TITLES[kind][0])
    }
