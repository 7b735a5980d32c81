"""Entries that people write by hand: YAML read as bad input deserves, and held against a schema.

The schemas are plain dataclasses; factcheck.fields holds what their annotations may say. pydantic comes in only
where something a person wrote is validated: its import takes longer than a run that finds everything cached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from factcheck.errors import UserError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

_LARGEST = 5_000_000  # characters of a YAML file
_DEEPEST = 50  # levels of a YAML file
_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")  # of a model, of a dataclass
_PLAIN = {
    **dict.fromkeys(_UNKNOWN_KEY, "there is no such key"),
    "missing": "this key is missing",
    "dataclass_type": "write keys with their values",
    "dict_type": "write keys with their values",
    "tuple_type": "write a list",
    "string_type": "write text, in quotes where it looks like a number",
}
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
_TOO_DEEP = f"more than {_DEEPEST} levels"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML without duplicate keys or dates turned into objects."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, str | int | float | bool) and key in seen:
                problem = f"the key {key!r} stands here twice"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            seen.add(key if isinstance(key, str | int | float | bool) else str(key))
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def read_yaml(text: str, path: str) -> Any:
    """Parse YAML.

    Raises:
        UserError: it is no YAML, repeats a key, uses an alias, or is larger or deeper than anything written by
            hand; names the file and the line.
    """
    if len(text) > _LARGEST:
        raise UserError(f"longer than {_LARGEST:,} characters", path=path)
    try:
        _refuse_bombs(text)
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        # libyaml reads ahead, and from PyYAML 6.0.4 on it may find the depth before the events do
        problem = _TOO_DEEP if "nesting depth" in str(error.problem) else error.problem
        raise UserError(f"not valid YAML: {problem}", path=path, line=line) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UserError(f"not valid YAML: {' '.join(str(error).split())[:200]}", path=path) from None


def _refuse_bombs(text: str) -> None:
    """Stop at what would fill the memory or the stack once it is built: a look at the events builds nothing."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.AliasEvent):
            raise _refusal("aliases (*name) are not allowed", event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise _refusal(_TOO_DEEP, event)


def _refusal(problem: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.composer.ComposerError(None, None, problem, event.start_mark)


def adapter(type: Any) -> TypeAdapter[Any]:
    """pydantic's reader of a type, made once."""
    if type not in _ADAPTERS:
        from pydantic import TypeAdapter

        _ADAPTERS[type] = TypeAdapter(type)
    return _ADAPTERS[type]


def validated(
    type: type[T],
    data: Any,
    path: str,
    line: Callable[[Sequence[str | int]], int | None],
    context: Any = None,
) -> T:
    """Data held against a type that pydantic understands.

    Args:
        line: finds the line of a value from the keys that lead to it.
        context: what the type's own validators need.

    Raises:
        UserError: the data break the type; says the first thing that is wrong, its key and its line.
    """
    if data is None:
        raise UserError("nothing is written here", path=path)
    from pydantic import ValidationError  # a tenth of a second that most uses of this file need not wait

    try:
        valid: T = adapter(type).validate_python(data, context=context)
    except ValidationError as error:
        # A misspelt key is also a missing one; the editor is helped by the first.
        first = min(error.errors(include_url=False), key=lambda one: one["type"] not in _UNKNOWN_KEY)
        details = first.get("ctx", {})
        keys = [*(part for part in first["loc"] if part != "[key]"), *details.get("keys", ())]
        field = ".".join(map(str, keys))
        message = _PLAIN.get(first["type"]) or str(details.get("error", first["msg"]))
        raise UserError(f"{field}: {message}" if field else message, path=path, line=line(keys)) from None
    return valid


def line_of(text: str, keys: Sequence[str | int]) -> int | None:
    """The line of YAML on which a value stands, counted from 1.

    Args:
        keys: the keys and indexes that lead to it; where they lead nowhere, the last that is there counts.
    """
    node: Any = yaml.compose(text, _Loader)
    place = node
    for key in keys:
        place, node = _child(node, key) or (place, None)
    return place.start_mark.line + 1 if place is not None else None


def _child(node: Any, key: str | int) -> tuple[Any, Any] | None:
    """Where a value begins, its key included, and the value."""
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    if isinstance(node, yaml.MappingNode):
        return next(((name, value) for name, value in node.value if name.value == str(key)), None)
    return None
