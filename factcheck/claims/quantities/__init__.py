"""The number reader: every quantity of a text, in any field of English prose.

`read_quantities` looks at characters only: one expression finds where a number, a rank or a change may begin, and
small hand-written readers go on from there, each looking no further than a bounded stretch. Time is linear in the
text, whatever the text. docs/quantities.md says, class by class, what is understood.

    read_quantities("Nearly one in six, or 16.7 percent.")
"""

from __future__ import annotations

from factcheck.claims.quantities.reader import read_quantities
from factcheck.claims.quantities.seeds import has_number_sign

__all__ = ["has_number_sign", "read_quantities"]
