"""A guide is cut into chunks that fit the window, keep every word and keep their ids."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks import Chunk
from index.cutting.cutter import cut
from index.errors import GuideError
from index.vocabulary import Vocabulary
from tests.fakes import a_guide, count_words

TABLE = "| School | Price (USD) | GRE |\n|---|---|---|\n| Duke | ~$7,000 | – |\n| MIT | – | Required |\n"


def cut_words(body: str, window: int = 256) -> list[Chunk]:
    return cut(a_guide(body), Vocabulary(), count_words, window)


def shown(chunks: list[Chunk]) -> list[tuple[str, str]]:
    return [(chunk.kind, chunk.text) for chunk in chunks]


def test_the_four_kinds_are_told_apart() -> None:
    body = (
        "# T\nOne. Two.\n\nThree.\n## Why?\nBecause. Really.\n\nYou need:\n- a\n- b\n\nAfter.\n\n> Check: doubt\n"
        f"## Prices\nThese are prices.\n\n{TABLE}\n> Check: Duke looks wrong.\n"
    )
    chunks = cut_words(body)
    assert shown(chunks) == [
        ("prose", "One. Two.\n\nThree."),
        ("question", "Because. Really."),
        ("list", "You need:\n- a\n- b"),
        ("prose", "After."),
        ("prose", "Check: doubt"),
        ("prose", "These are prices."),
        ("row", "School: Duke; Price (USD): ~$7,000"),
        ("row", "School: MIT; GRE: Required"),
        ("prose", "Check: Duke looks wrong."),
    ]
    assert [chunk.text for chunk in chunks if chunk.check] == ["Check: doubt", "Check: Duke looks wrong."]
    assert chunks[1].heading == "Why?"
    assert chunks[1].path == ("T", "Why?")


def test_a_row_keeps_the_cells_it_does_not_speak() -> None:
    duke, mit = (chunk for chunk in cut_words(f"# T\n{TABLE}") if chunk.kind == "row")
    assert [(cell.column, cell.text, cell.value) for cell in duke.cells] == [
        ("School", "Duke", None),
        ("Price (USD)", "~$7,000", 7_000),
        ("GRE", "–", None),
    ]
    assert [cell.known for cell in mit.cells] == [True, False, True]
    assert (duke.row, mit.row) == (0, 1)


def test_a_question_that_a_list_answers_is_one_chunk_with_its_lead() -> None:
    assert shown(cut_words("# T\n## What do I send?\nYou send:\n- a form\n- a letter\n")) == [
        ("question", "You send:\n- a form\n- a letter")
    ]


def test_only_the_first_piece_of_an_answer_is_the_question() -> None:
    body = "# T\n## Why so long?\n" + " ".join(f"Sentence {n} has five words." for n in range(20))
    kinds = [chunk.kind for chunk in cut_words(body, window=32)]
    assert len(kinds) > 2
    assert kinds == ["question"] + ["prose"] * (len(kinds) - 1)


def test_a_note_or_a_row_is_no_answer() -> None:
    assert [chunk.kind for chunk in cut_words(f"# T\n## Why?\n> Check: doubt\n\n{TABLE}")] == ["prose", "row", "row"]


def test_a_long_section_is_cut_at_sentence_ends() -> None:
    body = "# T\n## H\n" + " ".join(f"Sentence {n} has five words." for n in range(20))
    for chunk in cut_words(body, window=32):
        assert re.fullmatch(r"(Sentence \d+ has five words\. ?)+", chunk.text)


def test_every_part_of_a_long_list_keeps_its_lead() -> None:
    items = "\n".join(f"- item number {n}" for n in range(20))
    chunks = cut_words(f"# T\n## H\nSome words before. You need these things:\n{items}\n", window=32)
    assert chunks[0].text == "Some words before."
    assert len(chunks) > 3
    assert all(chunk.text.startswith("You need these things:\n- item") for chunk in chunks[1:])


def test_an_over_long_row_is_cut_and_every_piece_carries_the_first_cell() -> None:
    headers = " | ".join(f"Column {n}" for n in range(8))
    cells = " | ".join("–" if n == 3 else f"the value number {n}" for n in range(8))
    long = "One long sentence is here. Another long one follows it. " * 4
    body = (
        f"# T\n## H\n| School | {headers} | Long |\n|{'---|' * 10}\n| Duke | {cells} | {long} |\n| MIT |{' – |' * 9}\n"
    )
    chunks = cut_words(body, window=32)
    pieces = [chunk for chunk in chunks if chunk.row == 0]
    assert len(pieces) > 3
    for piece in pieces:
        assert piece.text.startswith("School: Duke; ")
        assert piece.cells[0].text == "Duke"
    others = [cell for piece in pieces for cell in piece.cells[1:]]
    assert [cell.column for cell in others] == [*(f"Column {n}" for n in range(8)), "Long"]
    assert others[-1].text == long.strip()
    assert " ".join(" ".join(re.findall(r"Long: (.*)", piece.text)) for piece in pieces).split() == long.split()
    assert [(chunk.text, len(chunk.cells)) for chunk in chunks if chunk.row == 1] == [("School: MIT", 10)]


def test_a_row_that_gives_nothing_is_no_chunk_but_keeps_its_place() -> None:
    chunks = cut_words("# T\n| A | B |\n|---|---|\n| – | – |\n| x | – |\n| – | y |\n")
    assert [(chunk.text, chunk.row) for chunk in chunks] == [("A: x", 1), ("B: y", 2)]
    assert [cell.text for cell in chunks[1].cells] == ["–", "y"]


def test_tables_under_one_heading_count_their_rows_on() -> None:
    chunks = cut_words(f"# T\n## H\n{TABLE}\nThen.\n\n{TABLE}\n## Other\n{TABLE}\n## H\n{TABLE}")
    assert [chunk.row for chunk in chunks if chunk.kind == "row"] == [0, 1, 2, 3, 0, 1, 4, 5]


def test_a_table_without_rows_keeps_its_words() -> None:
    assert shown(cut_words("# T\n| A | B |\n|---|---|\n")) == [("prose", "A; B")]


def test_headings_that_fill_the_window_are_an_error_with_the_line() -> None:
    with pytest.raises(GuideError, match=r"^small\.md, line 2: the headings fill the window of 16 tokens"):
        cut_words("# T\n## " + "word " * 14 + "\nText.", window=16)


def test_ids_differ_for_equal_texts_and_paths_and_are_short_hashes() -> None:
    ids = [chunk.id for chunk in cut_words("# T\n## H\nSame.\n## H\nSame.\n## Other\nSame.\n")]
    assert len(set(ids)) == 3
    assert all(re.fullmatch("[0-9a-f]{16}", one) for one in ids)


def test_ids_stay_when_something_else_is_edited() -> None:
    before = f"# T\n## A\nFirst. Second.\n## B?\nAnswer.\n## C\nLead.\n\n{TABLE}"
    after = before.replace("First. Second.", "New words.").replace("| Duke |", "| Added | $1 | – |\n| Duke |")
    old = {(chunk.path, chunk.text): chunk.id for chunk in cut_words(before)}
    new = {(chunk.path, chunk.text): chunk.id for chunk in cut_words(after)}
    same = old.keys() & new.keys()
    assert len(same) == len(old) - 1
    assert all(old[key] == new[key] for key in same)


# --- no window broken, no word lost, no text that crashes ---

WORD = st.sampled_from(["alpha", "Beta", "$7,000", "e.g.", "3.5", "U.S.", "«ü»", "x" * 60, "5+", "~"])
SENTENCE = st.lists(WORD, min_size=1, max_size=9).map(lambda words: "Say " + " ".join(words) + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
ITEMS = st.lists(SENTENCE, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items))
LIST = st.tuples(SENTENCE, ITEMS).map(lambda parts: parts[0][:-1] + ":\n" + parts[1])
NOTE = SENTENCE.map(lambda text: f"> Check: {text}")
CELL = st.lists(WORD, min_size=1, max_size=12).map(" ".join) | st.just("–")
ROWS = st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=3)
TABLES = ROWS.map(
    lambda rows: "\n".join(["| School | Col b | Col c |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)])
)
BLOCKS = st.lists(PARAGRAPH | ITEMS | LIST | NOTE | TABLES, min_size=1, max_size=4).map("\n\n".join)
SECTION = st.tuples(st.sampled_from(["##", "###"]), st.sampled_from(["Why so?", "Prices here", "Why so"]), BLOCKS)
BODY = st.lists(SECTION, min_size=1, max_size=4).map(
    lambda sections: "# Title\n\n" + "\n\n".join(f"{mark} {name}\n{blocks}" for mark, name, blocks in sections)
)


def count_marks(text: str) -> int:
    """Tokens of at most four letters, as a model cuts rare words."""
    return len(re.findall(r"\w{1,4}|[^\w\s]", text)) + 2


def letters(text: str) -> str:
    """The words of a guide as a reader meets them, table headers, marks and unknown cells apart."""
    lines = [line for line in text.split("\n") if not line.startswith(("#", "| School", "|---"))]
    bare = " ".join(re.sub(r"^(- |> )", "", line) for line in lines)
    return re.sub(r"[\s|–]", "", bare)


@given(BODY, st.integers(28, 90))
def test_no_chunk_is_over_the_window_and_no_letter_is_lost(body: str, window: int) -> None:
    chunks = cut(a_guide(body), Vocabulary(), count_marks, window)
    assert all(count_marks(chunk.spoken) <= window for chunk in chunks)
    said = iter("".join(chunk.text for chunk in chunks))
    assert all(letter in said for letter in letters(body)), "the guide's letters stand in the chunks, in their order"
    assert len({chunk.id for chunk in chunks}) == len(chunks)


@given(BODY)
def test_where_all_fits_every_word_stands_once(body: str) -> None:
    chunks = cut(a_guide(body), Vocabulary(), lambda text: 1)
    said = [re.sub(r"\bSchool: |\bCol [bc]: |^- |; ", "", chunk.text, flags=re.MULTILINE) for chunk in chunks]
    assert "".join("".join(said).split()) == letters(body)


MARKUP = st.sampled_from([
    "# ", "## a?\n", "- ", "1. ", "|", "---|", "\n", "\n\n", "> Check: ", "<b>", "</b>", "<div>", "<!--", "-->",
    "[a](b)", "![", "`", "```\n", "    ", "word ", ":", ". ", "&lt;", "\\", "**", "\u202e",
])  # fmt: skip


def cut_or_refused(body: str, first_line: int = 1) -> tuple[list[Chunk], str]:
    """The chunks, or what a GuideError says."""
    try:
        return cut(a_guide(body, first_line=first_line), Vocabulary(), count_marks, 64), ""
    except GuideError as error:
        return [], str(error)


@given(st.lists(MARKUP).map("".join) | st.text())
def test_any_text_is_cut_or_refused_with_a_guide_error(body: str) -> None:
    chunks, refused = cut_or_refused(body)
    assert refused == "" or refused.startswith("small.md, line ")
    assert all(count_marks(chunk.spoken) <= 64 and chunk.text.strip() for chunk in chunks)
    assert not any(re.search(r"<[a-z/!?]|\]\(", chunk.text, re.IGNORECASE) for chunk in chunks)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.integers(2, 4), st.integers(1, 20))
def test_a_table_is_rectangular_or_refused_with_its_first_wrong_line(widths: list[int], width: int, line: int) -> None:
    rows = ["| " + " | ".join("x" for _ in range(n)) + " |" for n in (width, *widths)]
    chunks, refused = cut_or_refused("\n".join(["# T", "", rows[0], "|---" * width + "|", *rows[1:]]), line)
    wrong = [number for number, other in enumerate(widths) if other != width]
    assert len(chunks) == (0 if wrong else len(widths))
    assert refused == "" if not wrong else refused.startswith(f"small.md, line {line + 4 + wrong[0]}: ")
