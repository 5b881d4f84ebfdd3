"""Every result and reason that counting can give, read from its source."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PROCEDURE = Path(__file__).parents[2] / "src" / "kurultai" / "procedure"


def given(*files: str) -> tuple[set[str], set[str]]:
    """Results and reasons that these modules give.

    A pair of constants stands where a `Verdict` is returned or assigned; else they are first and
    second argument of `_Verdict`, arguments or keywords named `result` and `reason`, or are
    returned by `_reason`.
    """
    results: set[str] = set()
    reasons: set[str] = set()
    for file in files:
        tree = ast.parse((PROCEDURE / file).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for kind, value in _found(node):
                (results if kind == "result" else reasons).update(_constants(value))
    return results, reasons


def _found(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Return(
            value=ast.Tuple(elts=[result, reason])
            | ast.IfExp(body=ast.Tuple(elts=[result, reason]))
        ):
            yield from (("result", result), ("reason", reason))
        case ast.Assign(targets=[ast.Name(id="verdict")], value=ast.Tuple(elts=[one, other])):
            yield from (("result", one), ("reason", other))
        case ast.Assign(targets=[ast.Name(id=("result" | "reason") as kind)], value=value):
            yield kind, value
        case ast.Call(func=ast.Name(id="_Verdict"), args=[result, reason, *_]):
            yield from (("result", result), ("reason", reason))
        case ast.Call(func=ast.Name(id="_without_count"), args=[_, result, reason, _]):
            yield from (("result", result), ("reason", reason))
        case ast.Call(func=ast.Name(id="replace"), keywords=keywords):
            yield from ((k.arg, k.value) for k in keywords if k.arg in ("result", "reason"))
        case ast.FunctionDef(name="_reason"):
            returned = (n for n in ast.walk(node) if isinstance(n, ast.Return))
            yield from (("reason", n.value) for n in returned if n.value is not None)
        case _:
            pass


def _constants(value: ast.expr) -> Iterator[str]:
    """The constant itself, or both of a choice."""
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body)
            yield from _constants(orelse)
        case _:
            pass


class Noted(dict[str, Any]):
    """A finding that notes what is read of it."""

    def __init__(self, finding: Mapping[str, Any]) -> None:
        super().__init__(finding)
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - plain data
        self.read.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - plain data
        self.read.add(key)
        return super().get(key, default)
