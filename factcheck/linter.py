"""The way an article takes: bytes, document, claims, judgements, findings, diagnostics."""

from __future__ import annotations

from functools import cached_property

from factcheck import documents
from factcheck.checks import Article, Rule, diagnose, load_rules
from factcheck.claims import ClaimReader
from factcheck.model import Document, FileReport, Format, JudgedClaim, Report, Settings
from factcheck.reference import Corpus, Judge, load_corpus


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
        return ClaimReader(self.corpus.gazetteer, self.corpus.publisher_names)

    @cached_property
    def judge(self) -> Judge:
        """What holds claims against the reference."""
        return Judge(self.corpus)

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

    def check_document(self, document: Document) -> FileReport:
        """Read, judge and check one document."""
        english = documents.is_english(document)
        claims = self.reader.read(document, date=self.settings.date) if english else ()
        judged = tuple(JudgedClaim(claim, self.judge.judge(claim)) for claim in claims)
        article = Article(
            document=document,
            claims=judged,
            corpus=self.corpus,
            rules=self.rules,
            countries=self.settings.countries,
            date=self.settings.date,
            english=english,
            organisation=self.settings.organisation,
        )
        return FileReport(document, judged, diagnose(article, self._enabled, dict(self.settings.severities)))

    @cached_property
    def _enabled(self) -> frozenset[str]:
        select, ignore = set(self.settings.select), set(self.settings.ignore)
        return frozenset(
            rule.name
            for rule in self.rules.values()
            if ({rule.name, rule.family} & select or (not select and not rule.off))
            and not {rule.name, rule.family} & ignore
        )
