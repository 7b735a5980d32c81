"""What every room shares: a document, its claims, what the reference says of them, what is reported.

Its parts load when they are asked for: a run that finds every result kept needs neither documents nor claims.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.claim import Attribution as Attribution
    from factcheck.model.claim import Bound as Bound
    from factcheck.model.claim import Change as Change
    from factcheck.model.claim import Claim as Claim
    from factcheck.model.claim import ClaimKind as ClaimKind
    from factcheck.model.claim import Quantity as Quantity
    from factcheck.model.claim import Scope as Scope
    from factcheck.model.claim import Stance as Stance
    from factcheck.model.claim import Unit as Unit
    from factcheck.model.document import NOTE as NOTE
    from factcheck.model.document import Block as Block
    from factcheck.model.document import BlockKind as BlockKind
    from factcheck.model.document import Comment as Comment
    from factcheck.model.document import Document as Document
    from factcheck.model.document import Link as Link
    from factcheck.model.document import Offsets as Offsets
    from factcheck.model.document import Span as Span
    from factcheck.model.failure import FileError as FileError
    from factcheck.model.format import Format as Format
    from factcheck.model.period import Period as Period
    from factcheck.model.report import Diagnostic as Diagnostic
    from factcheck.model.report import Edit as Edit
    from factcheck.model.report import FileReport as FileReport
    from factcheck.model.report import Fix as Fix
    from factcheck.model.report import JudgedClaim as JudgedClaim
    from factcheck.model.report import Reference as Reference
    from factcheck.model.report import Report as Report
    from factcheck.model.report import RuleText as RuleText
    from factcheck.model.settings import Override as Override
    from factcheck.model.settings import Settings as Settings
    from factcheck.model.severity import Severity as Severity
    from factcheck.model.verdict import Judgement as Judgement
    from factcheck.model.verdict import Verdict as Verdict

_PARTS = {
    "claim": "Attribution Bound Change Claim ClaimKind Quantity Scope Stance Unit",
    "document": "NOTE Block BlockKind Comment Document Link Offsets Span",
    "failure": "FileError",
    "format": "Format",
    "period": "Period",
    "report": "Diagnostic Edit FileReport Fix JudgedClaim Reference Report RuleText",
    "settings": "Override Settings",
    "severity": "Severity",
    "verdict": "Judgement Verdict",
}
_HOMES = {name: part for part, names in _PARTS.items() for name in names.split()}
__all__ = list(_HOMES)

if not TYPE_CHECKING:  # which knows the names by the imports above, and would take any other for right

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value
