"""The last answer in another shape: shorter, as a list, as a table; every sentence keeps its sources."""

import re
from collections.abc import Mapping, Sequence

from advisor.answer import Answer, Table
from advisor.draft import Block, Bullets, Claim, DraftCell, DraftTable, Paragraph
from advisor.lexicon import Name

MARKS = re.compile(r"\s*\[(\d+)\]")
MOST_ROWS, MOST_SHORT = 15, 4
MOST_QUOTED = 24
PLACE = "Place"  # the column that counts what was put in order
MOST_WORDS = 10  # of a list's item


def shorter(answer: Answer) -> tuple[Block, ...]:
    """The first sentence; a list becomes its items' first words in one line, a table its first rows."""
    sources = _sources(answer)
    if answer.table:
        rows = _table_rows(answer.table, MOST_SHORT, sources)
        more = len(answer.table.rows) - MOST_SHORT
        tail = (
            (Paragraph((Claim(f"And {more} more.", tuple(sources.values()), "counted", f"{more} rows"),)),)
            if more > 0
            else ()
        )
        return (Bullets(None, tuple(rows)), *tail)
    lead, items = _listing(answer.text)
    if items:
        heads = [MARKS.sub("", _head(item)) for item in items]
        cited = tuple(dict.fromkeys(s for line in (lead, *items) for s in _cited(line, sources)))
        start = f"{MARKS.sub('', lead).rstrip(' .:')}: " if lead else ""
        return (Paragraph((Claim(f"{start}{'; '.join(heads)}.", cited, "quoted" if cited else "given"),)),)
    claims = _claims(answer.text, sources)
    return (Paragraph(tuple(claims[:1])),) if claims else ()


def names_only(answer: Answer, names: Sequence[Name]) -> tuple[Block, ...]:
    """Whom the answer is about, one a line; of a list in a guide's own words, what each item begins with."""
    found = {name.name: [c.passage_id for c in answer.citations if name.name in c.quote][:1] for name in names}
    claims = [Claim(name, tuple(cited)) for name, cited in found.items() if cited]
    if not claims:
        sources, (lead, items) = _sources(answer), _listing(answer.text)
        heads = [(MARKS.sub("", _head(item)), _cited(item, sources) or _cited(lead, sources)) for item in items]
        claims = [Claim(head, cited) for head, cited in heads if cited]
    return (Bullets(None, tuple(claims)),) if claims else ()


def as_list(answer: Answer) -> tuple[Block, ...]:
    """Every sentence or row as a bullet."""
    sources = _sources(answer)
    rows = _table_rows(answer.table, MOST_ROWS, sources) if answer.table else []
    claims = [*rows, *(_claims(answer.text, sources) if not rows else ())]
    return (Bullets(None, tuple(claims)),) if claims else ()


def as_table(answer: Answer) -> tuple[Block, ...]:
    """The table again, or each statement beside the guide that it comes from."""
    sources = _sources(answer)
    if answer.table:
        rows = tuple(
            tuple(
                DraftCell(cell.text, cell.value, tuple(sources[n] for n in cell.citations if n in sources))
                for cell in row
            )
            for row in answer.table.rows
        )
        return (DraftTable(answer.table.columns, rows),)
    publishers = {citation.passage_id: citation.publisher for citation in answer.citations}
    claims = _claims(answer.text, sources)
    cells = tuple(
        (DraftCell(c.text, None, c.sources), DraftCell(", ".join(dict.fromkeys(publishers[s] for s in c.sources))))
        for c in claims
    )
    return (DraftTable(("What the guides say", "Guide"), cells),) if cells else ()


def _sources(answer: Answer) -> Mapping[int, str]:
    return {citation.number: citation.passage_id for citation in answer.citations}


def _cited(text: str, sources: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(sources[int(n)] for n in MARKS.findall(text) if int(n) in sources)


def _table_rows(table: Table, most: int, sources: Mapping[int, str]) -> list[Claim]:
    """The first rows as items; of values put in order in several columns, each cell is one under its own column."""
    rows = range(min(most, len(table.rows)))
    cells = [cell for row in table.rows for cell in row[1:]]
    if table.columns[0] != PLACE or not any(re.search(r"\d", cell.text) for cell in cells):
        return [_row(table, at, sources) for at in rows]
    found = []
    for column, header in enumerate(table.columns[1:], 1):
        heading = header.replace(" (", ", ").rstrip(")")
        for cell in (table.rows[at][column] for at in rows):
            cited = tuple(sources[n] for n in cell.citations if n in sources)
            found += [Claim(f"{cell.text} ({heading})", cited)] if cited else []
    return found


def _row(table: Table, at: int, sources: Mapping[int, str]) -> Claim:
    """A row of a table as a list item that names its columns where the cell does not speak for itself."""
    row = table.rows[at]
    cited = tuple(dict.fromkeys(sources[n] for cell in row for n in cell.citations if n in sources))
    first, *rest = [cell.text for cell in row]
    if not table.columns[0]:
        rest = [f"{column} {text}" for column, text in zip(table.columns[1:], rest, strict=False)]
    return Claim(f"{first}: {'; '.join(rest)}", cited or tuple(sources.values())[:1])


def _claims(text: str, sources: Mapping[int, str]) -> list[Claim]:
    """The cited sentences and items of an answer; an item without a mark has its lead's."""
    claims: list[Claim] = []
    lead: tuple[str, ...] = ()
    for line in (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("|")):
        if line.startswith("- "):
            said = MARKS.sub("", line.removeprefix("- ")).strip()
            if cited := _cited(line, sources) or lead:
                claims.append(Claim(said, cited))
            continue
        lead = _cited(line, sources)
        if line.rstrip("0123456789[] ").endswith(":"):
            continue
        parts = re.split(r"(?<=[.!?])\s+(?=[A-Z“])", line)
        claims += [Claim(MARKS.sub("", part).strip(), cited) for part in parts if (cited := _cited(part, sources))]
    return claims


def _listing(text: str) -> tuple[str, list[str]]:
    """The lead and items of an answer's first list."""
    lead, items = "", list[str]()
    for line in (line.strip() for line in text.splitlines() if line.strip()):
        if line.startswith("- "):
            items.append(line.removeprefix("- "))
        elif items:
            break
        else:
            lead = line
    return lead, items


def _head(item: str) -> str:
    """What an item is about with its first figure, or its first words."""
    if "“" in item:
        return " ".join(item.split()[:MOST_QUOTED]).rstrip(" .,:;(")
    head = re.split(r";\s|\s[–—(]", item, maxsplit=1)[0]
    name, colon, said = head.partition(": ")
    head = head if re.search(r"^“|\d", said) else name if colon else head
    return " ".join(head.split()[:MOST_WORDS]).rstrip(".,")
