"""What a configuration may say, as pydantic models: of a file, of some files, of one article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from factcheck.config.names import RuleNames, country_code, nearest
from factcheck.model import Override, Settings, Severity

NEVER = "never"


class Context(NamedTuple):
    """What the validators need to know: the rules there are, and the folder that paths are relative to."""

    names: RuleNames
    folder: Path


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _norway(value: object) -> object:
    """Countries with NO as it was meant: YAML reads it as a no."""
    values = value if isinstance(value, list) else [value]
    return tuple("NO" if one is False else one for one in values)


def _rule(name: str, info: ValidationInfo) -> str:
    context: Any = info.context
    return str(context.names.checked(name))


def _folder(text: str, info: ValidationInfo) -> str:
    context: Any = info.context
    path: Path = context.folder / Path(text).expanduser()
    if not path.is_dir():
        raise ValueError(f"there is no folder {path}")
    return str(path)


def _corpus(text: str, info: ValidationInfo) -> str:
    try:
        return _folder(text, info)
    except ValueError as error:
        raise ValueError(f"{error}; make it with `factcheck corpus new measure ID {text}`") from None


def _least(value: object) -> object:
    return None if value == NEVER else value


RuleName = Annotated[str, AfterValidator(_rule)]
Names = Annotated[tuple[RuleName, ...], BeforeValidator(_listed)]
Countries = Annotated[tuple[Annotated[str, AfterValidator(country_code)], ...], BeforeValidator(_norway)]
Strings = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Folders = Annotated[tuple[Annotated[str, AfterValidator(_folder)], ...], BeforeValidator(_listed)]
Corpora = Annotated[tuple[Annotated[str, AfterValidator(_corpus)], ...], BeforeValidator(_listed)]


def _spellings(name: str, field: FieldInfo) -> list[str]:
    aliases = field.validation_alias
    return [str(choice) for choice in aliases.choices] if isinstance(aliases, AliasChoices) else [name]


class _Section(BaseModel):
    """Base of the models: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _keys_are_known(cls, data: Any) -> Any:
        if isinstance(data, dict):
            known = {key for name, field in cls.model_fields.items() for key in _spellings(name, field)}
            for key in data:
                if key not in known:
                    message = f'there is no setting "{key}"{nearest(str(key), known)}'
                    raise PydanticCustomError("unknown", "{error}", {"error": message, "keys": (str(key),)})
        return data


class ArticleSection(_Section):
    """What may be said of one article or of some files.

    Attributes:
        country: the readers' country or countries.
        select: rules and families to run, in place of those of the general part.
        ignore: further rules and families to leave out.
        severity: rules and families with another severity than their own.
    """

    country: Countries | None = Field(None, validation_alias=AliasChoices("country", "countries"))
    select: Names | None = None
    ignore: Names = ()
    severity: dict[RuleName, Severity] = Field(default_factory=dict)

    def override(self, files: tuple[str, ...] = ()) -> Override:
        """The section as a layer over the general settings."""
        return Override(files, self.country, self.select, self.ignore, tuple(self.severity.items()))


class FrontMatterSection(ArticleSection):
    """`factcheck:` in an article's front matter."""


class OverrideSection(ArticleSection):
    """Other settings for the files that match a pattern."""

    files: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field(min_length=1)


class Organisation(_Section):
    """The publishing organisation: its own numbers need no other source."""

    names: Strings = ()
    domains: Strings = ()


class ConfigFile(ArticleSection):
    """`.factcheck.yaml`, or `[tool.factcheck]` in pyproject.toml."""

    fail_on: Annotated[Severity | None, BeforeValidator(_least)] = Field(
        Severity.WARNING, validation_alias=AliasChoices("fail-on", "fail_on")
    )
    preview: bool = False
    content: Strings = ()
    exclude: Strings = ()
    corpora: Corpora = ()
    rules: Folders = ()
    organisation: Organisation = Field(
        Organisation(), validation_alias=AliasChoices("organisation", "organization")
    )
    overrides: tuple[OverrideSection, ...] = ()

    def settings(self, root: Path) -> Settings:
        """The settings of the files below `root`."""
        return Settings(
            countries=self.country or (),
            select=self.select or (),
            ignore=self.ignore,
            preview=self.preview,
            severities=tuple(self.severity.items()),
            fail_on=self.fail_on,
            content=self.content,
            exclude=self.exclude,
            corpora=tuple(map(Path, self.corpora)),
            rules=tuple(map(Path, self.rules)),
            organisation=(*self.organisation.names, *self.organisation.domains),
            overrides=tuple(section.override(section.files) for section in self.overrides),
            root=root,
        )
