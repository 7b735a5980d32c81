"""Where the data that ships with the program lies, and reading YAML as bad input deserves."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import platformdirs
import yaml

from factcheck.errors import UserError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

_LARGEST = 5_000_000  # characters of a YAML file
_DEEPEST = 50  # levels of a YAML file
_TOO_DEEP = f"more than {_DEEPEST} levels"

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The shipped folder `corpus` or `rules`: inside an installed wheel, or beside the package in a checkout.

    Raises:
        UserError: neither is there; the installation is damaged.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise UserError(f"the folder {name}/ that ships with factcheck is missing; install factcheck again")


def cache_folder() -> Path:
    """The user's cache folder of this program; the variable FACTCHECK_CACHE_DIR overrules the system's own."""
    own = os.environ.get("FACTCHECK_CACHE_DIR")
    return Path(own) if own else platformdirs.user_cache_path("factcheck", appauthor=False)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that another process sees the old one or the new one, never half of it.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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


def read_text(path: Path) -> str:
    """The text of a corpus, rule or configuration file.

    Raises:
        UserError: it cannot be read, or is not UTF-8; says where.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {error.start}); save it as UTF-8"
        raise UserError(message, path=str(path)) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path=str(path)) from None


def read_entry(model: TypeAdapter[T], path: Path) -> T:
    """Read a YAML file that holds one entry.

    Raises:
        UserError: it is no YAML or breaks the model; names the file, the line and the key.
    """
    text = read_text(path)
    return validated(model, read_yaml(text, str(path)), str(path), lambda loc: line_of(text, loc))


def validated(
    model: TypeAdapter[T],
    data: Any,
    path: str,
    line: Callable[[Sequence[str | int]], int | None],
    context: Any = None,
) -> T:
    """Data held against a model.

    Args:
        line: finds the line of a value from the keys that lead to it.
        context: what the model's own validators need.

    Raises:
        UserError: the data break the model; says the first thing that is wrong, its key and its line.
    """
    from pydantic import ValidationError  # a tenth of a second that most uses of this file need not wait

    try:
        return model.validate_python(data, context=context)
    except ValidationError as error:
        # A misspelt key is also a missing one; the editor is helped by the first.
        first = min(error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
        details = first.get("ctx", {})
        keys = [*(part for part in first["loc"] if part != "[key]"), *details.get("keys", ())]
        field = ".".join(map(str, keys))
        message = (
            "there is no such key"
            if first["type"] == "extra_forbidden"
            else str(details.get("error", first["msg"]))
        )
        raise UserError(f"{field}: {message}" if field else message, path=path, line=line(keys)) from None


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


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file that takes its place only when it is complete; what stood there stays until then.

    Raises:
        UserError: it cannot be written.
    """
    path = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                yield out
            return
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                yield out
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except BrokenPipeError:
        raise  # of standard output, while this file was open
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(path)) from None
