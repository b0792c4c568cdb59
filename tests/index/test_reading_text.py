"""Plain text and Markdown are read as far as they say what they are; any other encoding is refused."""

from pathlib import Path

import pytest

from index.errors import ReaderError
from index.reading.markdown_file import read_markdown_file
from index.reading.plain_text import decode, read_text

CORPUS = Path(__file__).parents[2] / "corpus" / "guides"

TEXT = """A guide in plain text

By somebody.
The second line.

1. Costs

It costs *much* <b>money</b>.

- one item
  that goes on
- two

STATES AND SCHOOLS

School\tPrice
Duke\t$1

Deadlines
---------
Tuition: $3
Credits: 30

1. first

2. second

2025 was a good year.
"""


def test_headings_are_guessed_only_where_the_text_marks_them() -> None:
    reading = read_text(TEXT)
    assert reading.title == "A guide in plain text"
    assert reading.body == (
        "By somebody. The second line.\n\n## Costs\n\nIt costs \\*much\\* \\<b>money\\</b>.\n\n"
        "- one item that goes on\n- two\n\n## STATES AND SCHOOLS\n\n"
        "| School | Price |\n| --- | --- |\n| Duke | $1 |\n\n"
        "## Deadlines\n\n- Tuition: $3\n- Credits: 30\n\n1. first\n2. second\n\n2025 was a good year.\n"
    )


@pytest.mark.parametrize(
    "content",
    ["é".encode(), "\ufeffé".encode(), "é".encode("utf-16"), b"\xfe\xff\x00\xe9"],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big"],
)
def test_utf_8_and_marked_utf_16_are_read(content: bytes) -> None:
    assert decode(content) == "é"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("café".encode("latin-1"), "not UTF-8"),
        (b"abc\xff", "not UTF-8"),
        (b"\xff\xfea", "not UTF-16"),
        ("abc".encode("utf-16-le"), "control characters"),
        ("abc".encode("utf-32"), "control characters"),
        (b"abc\x00", "control characters"),
        (bytes(range(1, 32)) * 20, "control characters"),
        (b" \n\t ", "no text"),
        (b"...", "no text"),
    ],
)
def test_other_bytes_are_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(ReaderError, match=reason):
        decode(content)


def test_markdown_loses_its_links_images_and_hidden_text() -> None:
    text = """# Title

See [the school](https://example.org "x") and [that][1] ![image](a.png) <https://example.org/a>.

<div style="display:none">secret</div> <!-- secret -->

| A | B |
|---|---|
| 1 \\| 2 | |

[1]: https://example.org/that
"""
    assert read_markdown_file(text).body == (
        "See the school and that https://example.org/a.\n\n| A | B |\n| --- | --- |\n| 1 \\| 2 | – |\n"
    )


def test_front_matter_is_kept_where_a_guide_has_a_key_for_it() -> None:
    reading = read_markdown_file("---\ntitle: One\nauthor: A. B.\ndate: 2025-02-03\nlayout: post\n---\nWords.\n")
    assert (reading.title, reading.author, str(reading.published)) == ("One", "A. B.", "2025-02-03")
    assert reading.body == "Words.\n"


def test_front_matter_that_is_no_yaml_stays_text() -> None:
    assert "Words" in read_markdown_file("---\n: [\n---\nWords.\n").body


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: path.stem)
def test_a_guide_added_again_says_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    words = text.split("\n# ", 1)[1].split("\n", 1)[1].replace("\\", "").replace("|---", "| --- ").split()
    again = read_markdown_file(text).body.replace("\\", "").split()
    assert [word for word in again if word.strip("|-")] == [word for word in words if word.strip("|-")]


def test_a_short_line_alone_without_a_point_is_a_heading_and_a_byline_is_none() -> None:
    reading = read_text(
        "A guide\n\nUpdated 2 March 2026, by us.\n\nNight shifts\n\nThey add $3.\n\nWho pays?\n\nThe ward.\n"
    )
    assert (
        reading.body == "Updated 2 March 2026, by us.\n\n## Night shifts\n\nThey add $3.\n\n## Who pays?\n\nThe ward.\n"
    )
