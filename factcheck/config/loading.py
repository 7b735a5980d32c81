"""Configuration files: found upwards from an article, each read once, and again only when it has changed."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.config.layers import Options, with_options
from factcheck.errors import UserError
from factcheck.files import PACKAGE, data_folder, read_text
from factcheck.model import Settings
from factcheck.store import digest, kept, stamp

FILE_NAMES = (".factcheck.yaml", ".factcheck.yml")

_OWN_RULES = re.compile(r"\brules\b")


class Configuration:
    """Finds the settings of articles, each folder's configuration file read once.

    Args:
        options: what the command line says; lies over every configuration.
    """

    def __init__(self, options: Options | None = None) -> None:
        self._options = options or Options()
        self._folders: dict[Path, Settings] = {}
        self._resolved: dict[Path, Path] = {}
        self.files: set[Path] = set()  # those that have been read
        self._only = self._loaded(self._options.config) if self._options.config else None

    def settings_for(self, path: Path) -> Settings:
        """The settings that hold below the folder of an article (or for articles in the folder `path`).

        Raises:
            UserError: the configuration is not valid.
        """
        return self.settings_in(path if path.is_dir() else path.parent)

    def settings_in(self, folder: Path) -> Settings:
        """The settings that hold for articles in a folder.

        Raises:
            UserError: the configuration is not valid.
        """
        if folder not in self._resolved:
            self._resolved[folder] = folder.resolve()
        return self._only or self._of_folder(self._resolved[folder])

    def _of_folder(self, folder: Path) -> Settings:
        if folder not in self._folders:
            found = find_config(folder)
            if found is not None:
                self._folders[folder] = self._loaded(found, within=checkout_of(folder))
            elif folder.parent != folder:
                self._folders[folder] = self._of_folder(folder.parent)
            else:
                self._folders[folder] = with_options(Settings(), self._options)
        return self._folders[folder]

    @property
    def settings(self) -> tuple[Settings, ...]:
        """All that have been needed so far."""
        return (*self._folders.values(), *([self._only] if self._only else ()))

    def _loaded(self, path: Path, within: Path | None = None) -> Settings:
        self.files.add(path)
        settings = load_config(path)
        if within is not None:
            _refuse_to_leave(within, settings, path)
        return with_options(settings, self._options)


def checkout_of(folder: Path) -> Path:
    """The topmost folder of the git repository that a folder is in; the folder itself outside of one.

    Args:
        folder: a real path.
    """
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)


def _refuse_to_leave(bounds: Path, settings: Settings, path: Path) -> None:
    """A configuration that came with files reaches those, and nothing else on this machine.

    Raises:
        UserError: it names a folder outside of `bounds`.
    """
    for name in (*map(Path, settings.content), *settings.corpora, *settings.rules):
        folder = (settings.root or path.parent) / name
        if not folder.resolve().is_relative_to(bounds):
            problem = f"{name} lies outside of {bounds}: where you trust these settings, give --config {path}"
            raise UserError(problem, path=str(path))


def find_config(folder: Path) -> Path | None:
    """The configuration file of a folder, None where it has none."""
    for name in FILE_NAMES:
        if (folder / name).is_file():
            return folder / name
    project = folder / "pyproject.toml"
    return project if project.is_file() and "[tool.factcheck" in read_text(project) else None


def load_config(path: Path) -> Settings:
    """Read a configuration file.

    Raises:
        UserError: it cannot be read or is not valid; names the line and the nearest right name.
    """
    text = read_text(path)

    def read() -> Settings:
        from factcheck.config.reading import read_config  # it brings pydantic

        return read_config(text, path)

    if _OWN_RULES.search(text):  # what it may name depends on what they are
        return read()
    return kept("config", digest(text, str(path.absolute()), stamp(data_folder("rules"), PACKAGE)), Settings, read)
