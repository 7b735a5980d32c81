"""What every room shares: a document, its claims, what the reference says of them, what is reported."""

from factcheck.model.claim import (
    Attribution,
    Bound,
    Change,
    Claim,
    ClaimKind,
    Quantity,
    Scope,
    Stance,
    Unit,
)
from factcheck.model.document import NOTE, Block, BlockKind, Comment, Document, Format, Link, Offsets, Span
from factcheck.model.period import Period
from factcheck.model.report import (
    Diagnostic,
    Edit,
    FileError,
    FileReport,
    Fix,
    JudgedClaim,
    Reference,
    Report,
    RuleText,
    Severity,
)
from factcheck.model.settings import Override, Settings
from factcheck.model.verdict import Judgement, Verdict

__all__ = [
    "NOTE",
    "Attribution",
    "Block",
    "BlockKind",
    "Bound",
    "Change",
    "Claim",
    "ClaimKind",
    "Comment",
    "Diagnostic",
    "Document",
    "Edit",
    "FileError",
    "FileReport",
    "Fix",
    "Format",
    "JudgedClaim",
    "Judgement",
    "Link",
    "Offsets",
    "Override",
    "Period",
    "Quantity",
    "Reference",
    "Report",
    "RuleText",
    "Scope",
    "Settings",
    "Severity",
    "Span",
    "Stance",
    "Unit",
    "Verdict",
]
