"""Entries that people write by hand: YAML (or TOML) read as bad input deserves, and held against a schema.

The schemas are plain dataclasses; factcheck.fields holds what their annotations may say. pydantic comes in only
where something a person wrote is validated: its import takes longer than a run that finds everything cached.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from factcheck.errors import UserError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

_LARGEST = 1_000_000  # characters of a file
_DEEPEST = 50  # levels of a YAML file
_UNFOLDED = 10_000  # values that the aliases of another program's file may stand for
_MERGE = "tag:yaml.org,2002:merge"
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_LONGEST_NUMBER = 100  # characters; in YAML 1:30:00 is one too, to the base of 60, and a long one takes minutes
_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")  # of a model, of a dataclass
_PLAIN = {
    **dict.fromkeys(_UNKNOWN_KEY, "there is no such key"),
    "missing": "this key is missing",
    "dataclass_type": "write keys with their values",
    "dict_type": "write keys with their values",
    "tuple_type": "write a list",
    "string_type": "write text, in quotes where it looks like a number",
}
# A key of so many parts, a.b.c: tomllib takes the square of their count.
_MANY_PARTS = re.compile(rf"(?:\.[ \t]*[^\s.=]{{1,100}}[ \t]*){{{_DEEPEST}}}")
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
_TOO_MANY = f"its aliases stand for more than {_UNFOLDED:,} values"
_TOO_DEEP = f"more than {_DEEPEST} levels"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML without duplicate keys or dates turned into objects."""

    def construct_scalar(self, node: Any) -> Any:
        if node.tag in _NUMBERS and len(node.value) > _LONGEST_NUMBER:
            problem = f"a number of more than {_LONGEST_NUMBER} characters"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return super().construct_scalar(node)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            if key_node.tag == _MERGE:
                continue
            key = self.construct_object(key_node, deep=True)
            problem = None
            if isinstance(key, str | int | float | bool) and key in seen:
                problem = f"the key {key!r} stands here twice"
            elif (
                isinstance(key, int) and abs(key) > sys.maxsize
            ):  # many, chosen for it, take the square of their count
                problem = "a number as long as this is no key"
            if problem:
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            seen.add(key if isinstance(key, str | int | float | bool) else str(key))
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def read_yaml(text: str, path: str, *, aliases: bool = False) -> Any:
    """Parse YAML.

    Args:
        aliases: whether it may use some: in another program's file they are not ours to forbid.

    Raises:
        UserError: it is no YAML, repeats a key, uses an alias, or is larger or deeper than anything written by
            hand; names the file and the line.
    """
    _refuse_length(text, path)
    try:
        _refuse_bombs(text, _UNFOLDED if aliases else 0)
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        # libyaml reads ahead, and from PyYAML 6.0.4 on it may find the depth before the events do
        problem = _TOO_DEEP if "nesting depth" in str(error.problem) else error.problem
        raise UserError(f"not valid YAML: {problem}", path=path, line=line) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UserError(f"not valid YAML: {' '.join(str(error).split())[:200]}", path=path) from None


def read_toml(text: str, path: str) -> dict[str, Any]:
    """Parse TOML.

    Raises:
        UserError: it is no TOML, or is larger or deeper than anything written by hand; names the file.
    """
    _refuse_length(text, path)
    if _MANY_PARTS.search(text):
        raise UserError(f"not valid TOML: {_TOO_DEEP}", path=path)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise UserError(f"not valid TOML: {error}", path=path) from None


def _refuse_length(text: str, path: str) -> None:
    if len(text) > _LARGEST:
        raise UserError(f"longer than {_LARGEST:,} characters", path=path)


def _refuse_bombs(text: str, unfolded: int) -> None:
    """Stop at what would fill the memory or the stack once it is built: a look at the events builds nothing.

    Args:
        unfolded: how many values its aliases may stand for, all together.
    """
    count, left = 0, unfolded  # values so far, those included that aliases stand for
    inside: list[tuple[str | None, int]] = []  # the anchor of each open collection, and the count at its start
    sizes: dict[str | None, int] = {}  # what an alias of an anchor stands for
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.AliasEvent):
            size = sizes.get(event.anchor, unfolded + 1)  # one inside itself has no end
            count, left = count + size, left - size
            if left < 0:
                raise _refusal(_TOO_MANY if unfolded else "aliases (*name) are not allowed", event)
        elif isinstance(event, yaml.CollectionStartEvent):
            inside.append((event.anchor, count))
            if len(inside) > _DEEPEST:
                raise _refusal(_TOO_DEEP, event)
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = inside.pop()
            count += 1
            sizes[anchor] = count - before
        elif isinstance(event, yaml.ScalarEvent):
            count += 1
            sizes[event.anchor] = 1


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
