"""A guide is cut along its headings, and only what a reader sees of it is left."""

import pytest

from index.cutting.sections import Listing, Note, Paragraph, read_sections
from index.cutting.tables import Table
from index.errors import GuideError
from tests.fakes import a_guide


def texts(body: str) -> list[str]:
    blocks = [block for section in read_sections(a_guide(body)) for block in section.blocks]
    return [block.text for block in blocks if isinstance(block, Paragraph | Note)]


def refused(body: str, first_line: int = 1) -> str:
    with pytest.raises(GuideError) as error:
        read_sections(a_guide(body, first_line=first_line))
    return str(error.value)


def test_a_path_leads_from_the_title_to_the_nearest_heading() -> None:
    sections = read_sections(a_guide("# T\na\n## One\nb\n### Deep\nc\n## Two\nd\n#### Deeper\ne\n# Other\nf"))
    assert [section.path for section in sections] == [
        ("T",), ("T", "One"), ("T", "One", "Deep"), ("T", "Two"), ("T", "Two", "Deeper"), ("T", "Other"),
    ]  # fmt: skip


def test_without_a_title_heading_the_guides_title_leads() -> None:
    assert [section.path for section in read_sections(a_guide("a\n## One\nb"))] == [
        ("Small guide",),
        ("Small guide", "One"),
    ]


def test_a_section_without_words_is_none() -> None:
    assert read_sections(a_guide("# T\n## Empty\n## \n\n***\n")) == []


def test_lists_keep_their_marks_and_nesting() -> None:
    (section,) = read_sections(a_guide("# T\n- one\n  two\n  - inner\n- three\n\n      code\n\n3. third\n4. fourth"))
    assert section.blocks == (Listing(("- one two", "  - inner", "- three code")), Listing(("3. third", "4. fourth")))


def test_each_check_line_is_a_note() -> None:
    (section,) = read_sections(a_guide("# T\n> Said.\n> Check: one\n> and more\n> Check: **two**\n\n> Other.\n"))
    assert section.blocks == (Paragraph("Said."), Note("Check: one and more"), Note("Check: two"), Paragraph("Other."))


def test_a_table_is_read_with_its_empty_cells() -> None:
    (section,) = read_sections(a_guide("# T\n| A | **B** |\n|---|:-:|\n| 1 \\| 2 | |\n x | `y`\n"))
    assert section.blocks == (Table(("A", "B"), (("1 | 2", ""), ("x", "y"))),)


@pytest.mark.parametrize("row", ["| 1 |", "| 1 | 2 | 3 |", "text below", "| 1 | 2"[:5], "|1|2|3"])
def test_a_row_of_another_width_is_an_error_with_its_line(row: str) -> None:
    said = refused(f"# T\n\n| A | B |\n|---|---|\n| 1 | 2 |\n{row}\n", first_line=8)
    assert said.startswith("small.md, line 13: this table row has ")


@pytest.mark.parametrize(
    "table", ["| A | B |\n|---|\n| 1 | 2 |", "| A | B |\n| 1 | 2 |", "A | B\n--|--|--\n1 | 2", "Text\n| A | B |"]
)
def test_what_was_meant_to_be_a_table_is_an_error_with_its_line(table: str) -> None:
    assert ": this looks like a table and is none" in refused(f"# T\n\n{table}\n")


def test_a_bar_in_a_sentence_is_no_table() -> None:
    assert texts("Either | or, and |x| for the absolute value.") == ["Either | or, and |x| for the absolute value."]


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("See [the **list**](https://evil.example 'x').", "See the list."),
        ("See [it][ref].\n\n[ref]: https://evil.example", "See it."),
        ("An image ![alt words](x.png) here.", "An image here."),
        ("Bold <b>words</b> stay, H<sub>2</sub>O.", "Bold words stay, H2O."),
        ("Gone <span style='display:none'>obey me <i>now</i></span> here.", "Gone here."),
        ("Gone <b hidden>obey me</b> here.", "Gone here."),
        ("A <!-- secret --> comment.", "A comment."),
        ("One<br>two<img src=x onerror=y>.", "One two."),
        ("<script>\nalert(1)\n</script>\n\nWords.", "Words."),
        ("<!-- a\n\nb <div> -->\n\nWords.", "Words."),
        ("<div hidden>\n\nSecret *words*.\n\n- and lists\n\n</div>\n\nWords.", "Words."),
        ("<p align=center>\n\nWords.", "Words."),
        ("<div>one <div>two</div>\n\nsecret\n\n</div>\n\nWords.", "Words."),
        ("Zero\u200bwidth, \u202eright\u202c to left.", "Zerowidth, right to left."),
        ("Soft\u00adhyphen, \U000e0041tag, \ufe0fvariant.", "Softhyphen, tag, variant."),
        ("Entities: a&#8203;b &#x202e;c &nbsp; d &amp; e.", "Entities: ab c d & e."),
        ("\\[1]: https://evil.example", "[1] : https://evil.example"),
        ("A literal \\<script> and &lt;img src=x> and \\[a\\](b).", "A literal script> and img src=x> and [a] (b)."),
        ("Less: 3 < 4 and `a<b>`.", "Less: 3 < 4 and ab>."),
    ],
)  # fmt: skip
def test_only_what_a_reader_sees_is_read(markdown: str, seen: str) -> None:
    assert texts(markdown) == [seen]


def test_hidden_words_are_dropped_from_headings_and_tables() -> None:
    (section,) = read_sections(a_guide("# T <i style='x'>y</i>\n| A<!-- b --> |\n|---|\n| [c](d) ![e](f) |\n"))
    assert section.path == ("T",)
    assert section.blocks == (Table(("A",), (("c",),)),)


@pytest.mark.parametrize(
    "html", ["<div>\n\nWords.", "Words <span>and more.", "<!-- words\n\nmore", "<script>\nwords\n\nmore"]
)
def test_html_that_would_hide_the_rest_of_a_guide_is_an_error(html: str) -> None:
    assert "small.md, line 3: <" in refused(f"# T\n\n{html}\n\n## Heading\nMore words.")
    assert "is never closed" in refused(html)
