"""The heads of a table's columns and rows, learnt while it is read cell by cell."""

from __future__ import annotations

from factcheck.model import Block

_LONG = 200  # characters of a head that are kept


class Table:
    """Knows what stands above and beside the present cell.

    Attributes:
        top: the present row is the first.
    """

    def __init__(self) -> None:
        self._heads: dict[int, str] = {}
        self._side = ""
        self._row = self._column = -1
        self._width = 1
        self._covers = 0
        self._heading = False
        self._said = ""

    def next_row(self) -> None:
        """A row begins."""
        self._row, self._column, self._width, self._side = self._row + 1, -1, 1, ""
        self._covers = 0

    def next_cell(self, *, heading: bool, width: int = 1, covers: int = 0) -> None:
        """A cell begins.

        Args:
            heading: it is the head of its column.
            width: how many columns it spans.
            covers: how many cells behind it in the row are written, and lie under it.
        """
        self._column += self._width
        self._covers = covers
        self._width, self._heading, self._said = width, heading, ""

    def is_covered(self) -> bool:
        """Whether the next cell lies under the one before it in the row; asked of each once."""
        self._covers -= 1
        return self._covers >= 0

    @property
    def top(self) -> bool:
        return self._row <= 0

    @property
    def labels(self) -> tuple[str, ...]:
        """The heads of the present cell's column and row."""
        if self._heading:
            return ()
        return tuple(label for label in (self._heads.get(self._column, ""), self._side) if label)

    def take(self, block: Block) -> None:
        """Learn from a block of the present cell."""
        self._said = f"{self._said} {block.text}".strip()[:_LONG]
        if self._heading:
            for column in range(self._column, self._column + self._width):
                self._heads[column] = self._said
        elif self._column <= 0:
            self._side = self._said
