"""The family `sourcing`: sources that are vague, weak or not dated."""

from factcheck.checks.article import Check
from factcheck.checks.sourcing.missing_period import missing_period
from factcheck.checks.sourcing.vague_attribution import vague_attribution
from factcheck.checks.sourcing.weak_source import weak_source

CHECKS: tuple[Check, ...] = (vague_attribution, missing_period, weak_source)
