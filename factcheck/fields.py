"""What the annotation of a dataclass's field may ask of its value, told to pydantic without importing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

STRICT: Final = {"extra": "forbid"}  # as a class's `__pydantic_config__`: unknown keys are errors


@dataclass(frozen=True)
class Pattern:
    """In a field's annotation: the text matches this."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), "pattern": self.pattern}


@dataclass(frozen=True)
class Before:
    """In a field's annotation: this turns what was written into what the type takes.

    Attributes:
        read: raises ValueError where it cannot.
    """

    read: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.read, handler(source))


@dataclass(frozen=True)
class After:
    """In a field's annotation: this looks at the value once it has its type.

    Attributes:
        check: gives the value; raises ValueError where it is not valid.
    """

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))
