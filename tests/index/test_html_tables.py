"""A table of a page becomes a table whose every row can be read by itself."""

from hypothesis import given
from hypothesis import strategies as st

from index.reading.web_page import read_html


def lines(html: str) -> list[str]:
    return [line for line in read_html(f"<h1>Title</h1>{html}").body.split("\n") if line]


def test_merged_headers_are_joined_and_merged_cells_repeated() -> None:
    html = """<table><thead><tr><th rowspan=2>School</th><th colspan=2>Tuition</th></tr>
    <tr><th>in-state</th><th>out-of-state</th></tr></thead>
    <tr><td rowspan=2>Duke</td><td>$1</td><td>$2</td></tr><tr><td colspan=2>$3</td></tr></table>"""
    assert lines(html) == [
        "| School | Tuition in-state | Tuition out-of-state |",
        "| --- | --- | --- |",
        "| Duke | $1 | $2 |",
        "| Duke | $3 | $3 |",
    ]


def test_a_bar_in_a_cell_is_escaped_and_an_empty_cell_is_a_dash() -> None:
    html = "<table><tr><th>A|B</th><th>C</th></tr><tr><td>1 | 2</td><td></td></tr><tr><td>3</td></tr></table>"
    assert lines(html) == ["| A\\|B | C |", "| --- | --- |", "| 1 \\| 2 | – |", "| 3 | – |"]


def test_the_caption_of_the_first_table_is_a_sentence_and_of_the_next_a_heading() -> None:
    table = "<table><caption>{}</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    text = lines("<h2>Prices</h2>" + table.format("Campus prices") + table.format("Online prices"))
    assert text[:2] == ["## Prices", "Campus prices."]
    assert "### Online prices" in text


def test_a_row_across_the_table_begins_a_table_under_its_own_heading() -> None:
    html = """<table><tr><th>School</th><th>Price</th></tr><tr><td colspan=2>Online</td></tr>
    <tr><td>A</td><td>$1</td></tr>
    <tr><td colspan=2>Campus</td></tr><tr><td>B</td><td>$2</td></tr></table>"""
    header = ["| School | Price |", "| --- | --- |"]
    assert lines("<h2>All</h2>" + html) == [
        "## All", "### Online", *header, "| A | $1 |", "### Campus", *header, "| B | $2 |"
    ]  # fmt: skip


def test_a_title_row_is_the_caption() -> None:
    rows = "<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
    html = f"<table><tr><th colspan=2>Prices of 2025</th></tr>{rows}</table>"
    assert lines(html)[0] == "Prices of 2025."


def test_a_header_repeated_in_the_body_is_no_row() -> None:
    row = "<tr><td>A</td><td>B</td></tr>"
    assert len(lines(f"<table>{row}<tr><td>1</td><td>2</td></tr>{row}</table>")) == 3


def test_keys_and_values_become_a_list() -> None:
    html = "<table><tr><th>Credits</th><td>30</td></tr><tr><th>GRE</th><td>Not required</td></tr></table>"
    assert lines(html) == ["- Credits: 30", "- GRE: Not required"]


def test_a_table_that_arranges_a_page_gives_way_to_its_text() -> None:
    html = "<table><tr><td><h2>Left</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>"
    assert lines(html) == ["## Left", "One.", "Two."]


def test_a_list_in_a_cell_is_one_line() -> None:
    html = "<table><tr><th>A</th><th>B</th></tr><tr><td><ul><li>x</li><li>y</li></ul></td><td>1<br>2</td></tr></table>"
    assert lines(html)[2] == "| x; y | 1 2 |"


cells = st.tuples(
    st.sampled_from(["td", "th"]), st.integers(0, 5), st.integers(0, 5), st.text("a|\\* \n–#", max_size=4)
)


@given(st.lists(st.lists(cells, max_size=5), max_size=5))
def test_every_table_is_rectangular(table: list[list[tuple[str, int, int, str]]]) -> None:
    rows = "".join(
        "<tr>" + "".join(f"<{tag} colspan={across} rowspan={down}>{text}</{tag}>" for tag, across, down, text in row)
        for row in table
    )
    page = read_html(f"<h1>T</h1><p>Words.</p><table>{rows}</table>").body
    for block in page.strip().split("\n\n"):
        if block.startswith("| "):
            assert len({line.replace("\\\\", "").replace("\\|", "").count("|") for line in block.split("\n")}) == 1
