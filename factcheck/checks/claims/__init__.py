"""The family `claims`: numbers that are wrong, out of date, debunked, unsupported or at odds with each other."""

from factcheck.checks.article import Check
from factcheck.checks.claims.arithmetic import arithmetic
from factcheck.checks.claims.broadened import broadened
from factcheck.checks.claims.disagreement import disagreement
from factcheck.checks.claims.misattributed import misattributed
from factcheck.checks.claims.retold import retold
from factcheck.checks.claims.unsupported import unsupported
from factcheck.checks.claims.wrong import wrong

CHECKS: tuple[Check, ...] = (wrong, unsupported, misattributed, broadened, disagreement, retold, arithmetic)
