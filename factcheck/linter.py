"""The way an article takes: bytes, document, claims, judgements, findings, diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from factcheck import documents
from factcheck.checks import Article, Rule, load_rules
from factcheck.checks.elements import with_whole_fixes
from factcheck.checks.engine import diagnose
from factcheck.claims import ClaimReader
from factcheck.config import settings_of
from factcheck.context import Context
from factcheck.errors import UserError
from factcheck.model import Document, FileError, FileReport, Format, Report, Settings
from factcheck.reference import Corpus, Judge, cite, load_corpus
from factcheck.suppression import silenced
from factcheck.walking import articles, content


class Linter:
    """Checks articles against the reference set.

    Args:
        settings: what the user has chosen; the defaults where None.

    Raises:
        UserError: an own corpus or rules folder is not valid.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def corpus(self) -> Corpus:
        """The reference set, the user's own over the shipped one."""
        return load_corpus(self.settings.corpora)

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every rule by name."""
        return load_rules(self.settings.rules)

    @cached_property
    def reader(self) -> ClaimReader:
        """The pipeline that reads claims."""
        return ClaimReader(self.corpus.gazetteer, self.corpus.known_publishers, self.corpus.telephones)

    @cached_property
    def judge(self) -> Judge:
        """What holds claims against the reference."""
        return Judge(self.corpus)

    def prepared(self) -> Linter:
        """The linter with its rules and its reference set read.

        Raises:
            UserError: an own corpus or rules folder is not valid.
        """
        _ = self.rules, self.judge, self.reader
        return self

    def __getstate__(self) -> dict[str, Settings]:
        """What goes to another process: the settings alone, from which all else is read there."""
        return {"settings": self.settings}

    def sharing(self, settings: Settings) -> Linter:
        """A linter with other settings, and with all that this one has read.

        Args:
            settings: they name the same corpora and rules.
        """
        made = Linter(settings)
        made.__dict__ = {**self.__dict__, "settings": settings}
        return made

    def check_text(self, text: str, format: str = "markdown", path: str = "-") -> Report:
        """Check an article held in memory.

        Args:
            format: "text", "markdown" or "html".
            path: the name it is reported under.
        """
        return Report(files=(self.check_bytes(text.encode("utf-8", "surrogatepass"), path, Format(format)),))

    def check_bytes(self, data: bytes, path: str, format: Format | None = None) -> FileReport:
        """Check one file's content.

        Raises:
            UserError: it cannot be read as an article.
        """
        return self.check_document(documents.read(data, path, format))

    def check_file(self, path: Path) -> FileReport | FileError:
        """Check one file, named as the user named it."""
        data = content(path)
        return data if isinstance(data, FileError) else self.check(data, str(path))

    def check(self, data: bytes, path: str) -> FileReport | FileError:
        """Check one file's content, or say why it cannot be checked."""
        try:
            return self.check_bytes(data, path, documents.format_of(path) or self.settings.format)
        except UserError as error:
            return FileError.of(error, path)

    def check_paths(self, paths: Iterable[Path]) -> Iterator[FileReport | FileError]:
        """Check files, and the articles in folders, one after the other, all with the same settings."""
        for found in articles(paths, lambda _: self.settings):
            yield found if isinstance(found, FileError) else self.check_file(found)

    def check_document(self, document: Document) -> FileReport:
        """Read, judge and check one document.

        Raises:
            UserError: its front matter says something that is no setting.
        """
        settings = settings_of(self.settings, document)
        english = documents.is_english(document)
        context = Context(document, self.corpus.clues, settings.countries, settings.date)
        claims = self.reader.read(document, date=settings.date, context=context) if english else ()
        judged = self.judge.judge_all(claims, discusses=context.debunks)
        article = Article(
            document=document,
            claims=judged,
            corpus=self.corpus,
            rules=self.rules,
            context=context,
            english=english,
            organisation=settings.organisation,
        )
        found = with_whole_fixes(document, diagnose(article, settings))
        diagnostics = silenced(document, found, self.rules, settings)
        cited = cite(self.corpus, (key for one in judged for key in one.judgement.references))
        spoke = {found.rule: self.rules[found.rule].text for found in diagnostics}
        told = replace(document, front_matter={})  # it has done its work, and may hold what JSON cannot
        return FileReport(told, judged, diagnostics, settings.fails(diagnostics), cited, rules=spoke)
