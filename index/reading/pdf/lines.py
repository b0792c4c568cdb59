"""The words of a page put into lines in reading order: column by column, each line with its size and its gaps."""

from dataclasses import dataclass

from index.reading.pdf.words import Word

LEAST_LINES_IN_A_COLUMN = 5
LEAST_WORDS_IN_A_COLUMN_LINE = 4.0
NARROWEST_GUTTER = 9.0
WIDE_GAP = 0.9  # of the letter size: wider parts columns of a table, not words
RAISED = 0.75  # of the line's letter size: a smaller digit is the mark of a note


@dataclass(frozen=True)
class Line:
    """One line of text."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words without the raised marks of notes."""
        return " ".join(word.text for word in self.words if not self._is_note_mark(word))

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    def segments(self) -> list[tuple[Word, ...]]:
        """Its words, parted where the gap is wider than any between words of a sentence."""
        parts: list[list[Word]] = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.x0 - before.x1 > WIDE_GAP * self.size:
                parts.append([])
            parts[-1].append(word)
        return [tuple(part) for part in parts]

    def _is_note_mark(self, word: Word) -> bool:
        middle = (self.top + self.bottom) / 2
        return word.text.isdigit() and word.size <= RAISED * self.size and word.middle < middle


def lines_of(words: list[Word]) -> list[Line]:
    """The words as lines, from the top down; words that overlap in height stand in one line."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.middle, one.x0)):
        for line in lines[-2:]:
            tallest = max(line, key=lambda one: one.size)
            if tallest.top <= word.middle <= tallest.bottom or word.top <= tallest.middle <= word.bottom:
                line.append(word)
                break
        else:
            lines.append([word])
    return [Line(tuple(sorted(line, key=lambda one: one.x0))) for line in lines]


def in_reading_order(words: list[Word]) -> list[list[Line]]:
    """The page's lines column by column; lines across both columns part what is above from what is below."""
    gutter = find_gutter(words)
    if gutter is None:
        return [lines_of(words)] if words else []
    across = [line for line in lines_of(words) if crosses(line, gutter)]
    across_words = {id(word) for line in across for word in line.words}
    columns = [word for word in words if id(word) not in across_words]
    ordered: list[list[Line]] = []
    above = float("-inf")
    for line in [*across, None]:
        below = line.top if line else float("inf")
        band = [word for word in columns if above <= word.middle < below]
        ordered.append(lines_of([word for word in band if word.x1 <= gutter]))
        ordered.append(lines_of([word for word in band if word.x1 > gutter]))
        ordered.append([line] if line else [])
        above = below
    return [column for column in ordered if column]


def crosses(line: Line, gutter: float) -> bool:
    """Whether a word of the line, or a sentence of it, runs over the gutter."""
    return any(part[0].x0 < gutter - 1 and part[-1].x1 > gutter + 1 for part in line.segments())


def find_gutter(words: list[Word]) -> float | None:
    """The middle of the blank strip between two columns of prose, if the page has two."""
    lines = lines_of(words)
    if len(lines) < LEAST_LINES_IN_A_COLUMN:
        return None
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    for step in range(35, 66):
        place = left + (right - left) * step / 100
        sides = [split_at(line, place) for line in lines if not crosses(line, place)]
        if len(sides) * 3 < len(lines) * 2:
            continue
        lefts, rights = [one for one, _ in sides if one], [other for _, other in sides if other]
        both = [(one, other) for one, other in sides if one and other]
        if min(len(lefts), len(rights)) < LEAST_LINES_IN_A_COLUMN or not both:
            continue
        gap = min(other[0].x0 for other in rights) - max(one[-1].x1 for one in lefts)
        dense = min(sum(map(len, side)) / len(side) for side in (lefts, rights)) >= LEAST_WORDS_IN_A_COLUMN_LINE
        if dense and gap >= NARROWEST_GUTTER:
            return place
    return None


def split_at(line: Line, place: float) -> tuple[list[Word], list[Word]]:
    """The line's words on either side of a place."""
    return [word for word in line.words if word.x1 <= place], [word for word in line.words if word.x1 > place]
