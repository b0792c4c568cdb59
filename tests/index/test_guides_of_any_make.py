"""Guides as other people write them, cards, portraits, interviews and prices of all kinds, are read into the same cells."""

import pytest

from index.cells.cell import read_cells
from index.cells.columns import Column, read_column
from index.cells.verdicts import verdict
from index.chunks import Chunk
from index.cutting.cutter import cut
from index.cutting.remarks import remarks
from index.kinds import Kinds, with_kinds
from index.rows import Row, read_rows
from index.vocabulary import Attribute, Vocabulary, WordedCondition
from tests.fakes import a_guide, count_words

WORDS = Vocabulary(
    subjects={"school": {"Duke University": ("Duke",)}, "degree": {}},
    attributes={
        "tuition": Attribute("tuition", "money", headers=("total tuition",), asked=("price", "cost", "tuition")),
        "length": Attribute("length", "duration", headers=("length",), asked=("duration", "how long")),
        "gre": Attribute(
            "GRE rule", "choice", headers=("gre",), asked=("gre",), values={"required": (), "not required": ()}
        ),
        "credits": Attribute("credits", "number", headers=("credits",), asked=("credits",)),
    },
    conditions=(WordedCondition(("no gre",), "gre", choice="not required"),),
    kinds={"school": ("university", "provider")},
)
NO_WORDS = Vocabulary()
MONEY = Column("Cost", "cost")


def chunks(body: str, words: Vocabulary = WORDS) -> list[Chunk]:
    return cut(a_guide(body), words, count_words, 256)


def rows(body: str, words: Vocabulary = WORDS) -> tuple[Row, ...]:
    return with_kinds(read_rows(chunks(body, words)).all, Kinds.told_by(words))


def said(row: Row) -> dict[str, str]:
    return {cell.attribute: cell.text for cell in row.cells[1:] if cell.known}


CARD = "- Tuition: $38,400 total\n- Length: 20 months"
LINES = "**Tuition:** $38,400 total\n**Length:** 20 months"
TABLE = "| | |\n|---|---|\n| Tuition | $38,400 total |\n| Length | 20 months |"


@pytest.mark.parametrize("facts", [CARD, LINES, TABLE])
@pytest.mark.parametrize("words", [WORDS, NO_WORDS])
def test_keys_and_values_below_a_name_are_a_row_of_it(facts: str, words: Vocabulary) -> None:
    first, second = rows(f"# T\n## Duke University\n{facts}\n## Elm City College – our pick\n{facts}", words)
    assert [first.subject, second.subject] == ["Duke University", "Elm City College"]
    assert list(said(first).values()) == ["$38,400 total", "20 months"]
    assert first.kind == second.kind


def test_a_table_of_two_columns_about_several_subjects_stays_one() -> None:
    found = rows("# T\n## Ranks\n| School | Rank |\n|---|---|\n| Elm | 1 |\n| Oak | 2 |", NO_WORDS)
    assert [row.subject for row in found] == ["Elm", "Oak"]


@pytest.mark.parametrize("heading", ["What does it cost on top?", "Costs"])
def test_a_list_that_answers_a_question_or_names_no_subject_stays_a_list(heading: str) -> None:
    assert [chunk.kind for chunk in chunks(f"# T\n## {heading}\n- Books: $400\n- Housing: about $9,000")] != ["row"]


def test_items_that_name_a_subject_and_then_its_values_are_rows() -> None:
    items = (
        "- **Duke University** – $40,000, 16 months, no GRE\n- **Elm College** – $845 per credit, 33 credits, 2 years"
    )
    first, second = rows(f"# T\n## Our picks\n{items}")
    assert said(first) == {"tuition": "$40,000", "length": "16 months", "gre": "no GRE"}
    assert said(second) == {"tuition": "$845 per credit", "length": "2 years", "credits": "33"}


def test_items_that_only_explain_stay_a_list() -> None:
    (chunk,) = chunks(
        "# T\n## Tools\n- **Python** – the language of most courses, easy to read\n- **R** – for statistics"
    )
    assert chunk.kind == "list"


@pytest.mark.parametrize(
    "body",
    [
        "**Q: Do I need it?**\nA: Two or three.",
        "Q: Do I need it?\n\nA: Two or three.",
        "**Do I need it?**\n\nTwo or three.",
    ],
)
def test_a_question_set_as_a_paragraph_is_answered_by_what_follows(body: str) -> None:
    (chunk,) = chunks(f"# T\n## Letters\n{body}")
    assert (chunk.kind, chunk.heading, chunk.text) == ("question", "Do I need it?", "Two or three.")


def test_a_term_above_its_meaning_is_a_section() -> None:
    (chunk,) = chunks("# T\nCo-op\n: A paid work term.")
    assert (chunk.heading, chunk.text) == ("Co-op", "Co-op: A paid work term.")


@pytest.mark.parametrize(
    ("header", "attribute"),
    [("Duration", "length"), ("Cost (USD)", "tuition"), ("In-state price/yr", "tuition"), ("Entrance", "entrance")],
)
def test_a_header_in_words_that_people_ask_with_means_their_attribute(header: str, attribute: str) -> None:
    assert read_column(header, WORDS).attribute == attribute


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("$9,800 in-state, $21,400 out-of-state", ["$9,800 in-state", "$21,400 out-of-state"]),
        ("£34,200 (international), £18,900 (UK)", ["£34,200 (international)", "£18,900 (UK)"]),
        ("12 months full-time, 24 months part-time", ["12 months full-time", "24 months part-time"]),
        ("$1,500 per year*", ["$1,500 per year"]),
        ("Denver, Colorado", ["Denver, Colorado"]),
        ("$5,000, $6,000", ["$5,000, $6,000"]),
    ],
)
def test_values_that_one_cell_tells_apart_are_several(text: str, each: list[str]) -> None:
    assert [cell.text for cell in read_cells(text, MONEY)] == each


def test_a_residency_in_a_cell_counts_for_its_own_value() -> None:
    assert [cell.residency for cell in read_cells("$9,800 in-state, $21,400 out-of-state", MONEY)] == [
        "in-state",
        "out-of-state",
    ]


@pytest.mark.parametrize(
    ("header", "text", "expected"),
    [
        ("Fees p.a. (GBP)", "35,000", ("35,000 GBP per year", 35_000, "GBP")),
        ("Fees (€)", "1.500", ("1.500 EUR", 1_500, "EUR")),
        ("Fees", "€1,500 per year", ("€1,500 per year", 1_500, "EUR")),
        ("Fees", "4 500 SEK", ("4 500 SEK", 4_500, "SEK")),
    ],
)
def test_other_money_than_dollars_is_held_against_its_like_alone(header: str, text: str, expected: object) -> None:
    (cell,) = read_cells(text, read_column(header, NO_WORDS))
    assert (cell.text, cell.value, cell.currency) == expected
    assert cell.unit == "text"
    assert verdict(cell, "below", 100_000, cell.currency) is True
    assert verdict(cell, "below", 100_000) is None


def test_a_bare_length_says_the_measure_of_its_header() -> None:
    (cell,) = read_cells("16", read_column("Length (months)", WORDS))
    assert (cell.text, cell.value) == ("16 months", 16)


@pytest.mark.parametrize("header", ["University", "Provider", "Where"])
def test_rows_below_another_word_for_a_kind_are_of_that_kind(header: str) -> None:
    found = rows(f"# T\n## Fees\n| {header} | Cost |\n|---|---|\n| Duke University | $5 |\n| Elm College | $6 |")
    assert {row.kind for row in found} == {"school"}


def test_a_build_names_columns_without_words_and_prices_without_a_period() -> None:
    priced = Attribute("tuition", "money", ("total", "year"), ("tuition",))
    words = Vocabulary(attributes={"tuition": priced})
    body = "# T\n## Fees\n| School | Tuition | Places |\n|---|---|---|\n| Elm | $5,000 | 30 |"
    columns, prices = remarks(chunks(body, words), words)
    assert columns == "small.md: columns that can be asked for by their own words only: Places"
    assert prices.endswith("which no limit can be held against: Tuition $5,000")
    assert remarks(chunks(body, NO_WORDS), NO_WORDS) == []


@pytest.mark.parametrize(
    "table",
    [
        "| # | School | Cost |\n|---|---|---|\n| 1 | Elm College | $5 |\n| 2 | Oak College | $6 |",
        "| Program | School | Cost |\n|---|---|---|\n| M.S. | Elm College | $5 |\n| M.A. | Oak College | $6 |",
        "| University | Degree | Cost |\n|---|---|---|\n| Elm College | M.S. | $5 |\n| Oak College | M.S. | $6 |",
    ],
)
def test_subjects_behind_a_number_or_a_program_are_found(table: str) -> None:
    found = rows(f"# T\n## Fees\n{table}")
    assert [(row.kind, row.subject, said(row)["tuition"]) for row in found] == [
        ("school", "Elm College", "$5"),
        ("school", "Oak College", "$6"),
    ]


def test_a_list_of_one_thing_about_known_subjects_is_a_column_of_its_heading() -> None:
    table = "## Fees\n| School | Cost |\n|---|---|\n| Elm | $5 |\n| Oak | $6 |"
    found = rows(
        f"# T\n{table}\n## Deposits\n- Elm: £2,000\n- Oak: none at all\n## Advice\n- Pay early: it helps\n- Ask: twice"
    )
    assert [(row.subject, said(row)) for row in found[2:]] == [
        ("Elm", {"deposits": "£2,000"}),
        ("Oak", {"deposits": "none at all"}),
    ]


def test_keys_below_a_line_of_words_are_a_card() -> None:
    card = "MSc in Physics\n**Tuition:** $38,400 total\n**Length:** 20 months"
    found = rows(f"# T\n## Duke University\n{card}\n## Elm City College\n{card}")
    assert [list(said(row).values()) for row in found] == [["$38,400 total", "20 months"]] * 2


def test_lines_that_name_a_subject_and_then_its_values_are_rows() -> None:
    found = rows(
        "# T\n## Two\n**Elm College** – 30 credits; $9,000 total; GRE required\n**Oak College** – 36 credits; $8,000 total; no GRE"
    )
    assert [(row.subject, said(row)["credits"], said(row)["tuition"]) for row in found] == [
        ("Elm College", "30", "$9,000 total"),
        ("Oak College", "36", "$8,000 total"),
    ]


@pytest.mark.parametrize(("text", "longer"), [("45 min", "2 h 45"), ("90 s", "2–3 min"), ("6 h", "3 days")])
def test_short_lengths_are_lengths_below_a_header_that_counts_nothing(text: str, longer: str) -> None:
    walk = read_column("Walk", NO_WORDS)
    one, other = (read_cells(said, walk)[0] for said in (text, longer))
    assert (one.unit, other.unit) == ("duration", "duration")
    assert (one.value or 0) < (other.value or 0)
    assert read_cells("12 hours a week", walk)[0].unit == "text"


def test_no_below_what_may_be_asked_for_is_that_it_is_not() -> None:
    gre = Attribute("GRE", "choice", headers=("gre",), values={"required": (), "not required": ("no gre",)})
    assert read_cells("no", read_column("GRE", Vocabulary(attributes={"gre": gre})))[0].choices == ("not required",)


@pytest.mark.parametrize("corner", ["", "Feature", "Program feature"])
@pytest.mark.parametrize("words", [WORDS, NO_WORDS])
def test_a_table_on_its_side_is_turned_upright(corner: str, words: Vocabulary) -> None:
    body = f"| {corner} | Elm | Oak |\n|---|---|---|\n| Tuition | $9,000 | £8,000 |\n| Length | 2 years | – |\n| Places | 45 | 80 |"
    first, second = rows(f"# T\n## Two\n{body}", words)
    assert (first.subject, second.subject) == ("Elm", "Oak")
    assert (said(first)["length"], said(second)["places"]) == ("2 years", "80")


def test_credits_of_a_quarter_are_no_length() -> None:
    (row,) = rows(
        "# T\n## Two\n- **Elm** – $900 per credit, 45 quarter credits\n- **Oak** – $9,000, 2 years, 30 credits"
    )[:1]
    assert "length" not in said(row)


def test_a_degree_in_a_card_is_no_subject() -> None:
    card = "**Degree:** MSc Vision\n**Tuition:** $38,400 total\n**Length:** 20 months"
    assert [row.subject for row in rows(f"# T\n## Elm College\n{card}\n## Oak College\n{card}")] == [
        "Elm College",
        "Oak College",
    ]


def test_what_a_list_of_scholarships_gives_is_no_tuition() -> None:
    found = rows(
        "# T\n## Named scholarships\n- **Hale Scholarship** – $5,000, 2 years\n- **Orrin Fund** – $900, 1 year"
    )
    assert {row.kind for row in found} == {"scholarship"}
    assert [said(row) for row in found] == [
        {"amount": "$5,000", "length": "2 years"},
        {"amount": "$900", "length": "1 year"},
    ]


def test_a_first_item_without_a_figure_heads_the_others() -> None:
    found = rows(
        "# T\n## Pay\n- Job: median pay, years asked\n- Nurse: $86,400, 1 year\n- Medic: $61,300, 3 years", NO_WORDS
    )
    assert [(row.kind, row.subject, said(row)["median pay"]) for row in found] == [
        ("job", "Nurse", "$86,400"),
        ("job", "Medic", "$61,300"),
    ]


def test_a_list_below_a_question_is_a_column_of_the_words_that_lead_into_it() -> None:
    table = "## Fees\n| School | City | Cost |\n|---|---|---|\n| Elm | Ghent | $5 |\n| Oak | Trier | $6 |"
    found = rows(
        f"# T\n{table}\n## What is a room?\nRent for one room, in euros a month:\n\n- Ghent: €540\n- Trier: €420"
    )
    assert [(row.kind, row.subject, row.cells[1].column, row.cells[1].value) for row in found[2:]] == [
        ("city", "Ghent", "Rent per month", 540),
        ("city", "Trier", "Rent per month", 420),
    ]


def test_names_with_a_point_are_keys_as_well() -> None:
    table = "## Fees\n| School | Cost |\n|---|---|\n| St. Elm College | $5 |\n| Oak | $6 |"
    found = rows(f"# T\n{table}\n## Minimum GPA\nSt. Elm College: 3.2\nOak: 2.8")
    assert [said(row)["minimum gpa"] for row in found[2:]] == ["3.2", "2.8"]


def test_a_header_that_only_counts_time_is_a_length() -> None:
    (cell,) = read_cells("16", read_column("Months", WORDS))
    assert (cell.attribute, cell.text, cell.value) == ("length", "16 months", 16)


@pytest.mark.parametrize("text", ["none", "free", "no tuition", "free for EU students"])
def test_a_price_that_is_none_is_none_in_any_money(text: str) -> None:
    (cell,) = read_cells(text, read_column("Total tuition", WORDS))
    assert verdict(cell, "below", 10_000, "EUR") is True
    assert cell.value == 0


def test_who_studies_free_does_not_take_the_price_of_the_others() -> None:
    (cell,) = read_cells("SEK 240,000 in total; free for EU students", read_column("Total tuition", WORDS))
    assert (cell.value, cell.residency, cell.currency) == (240_000, None, "SEK")


def test_a_list_of_other_things_than_the_tables_is_of_their_own_kind() -> None:
    body = "## Fees\n| School | Cost |\n|---|---|\n| Elm College | $9,000 |\n| Oak College | $8,000 |\n## Evening courses\n- Bread (Elm College): $480, 4 weeks\n- Sauces: $620, 6 weeks"
    assert [row.kind for row in rows(f"# T\n{body}")] == ["school", "school", "course", "course"]


def test_a_list_below_a_question_about_pay_is_of_pay() -> None:
    found = rows(
        "# T\n## What do cooks earn?\nLine cook: $36,400\nPastry chef: $52,100\nPrivate chef: $104,000", NO_WORDS
    )
    assert [(row.kind, row.subject, said(row)["pay"]) for row in found][:1] == [("cook", "Line cook", "$36,400")]


def test_a_term_and_what_it_means_are_no_table() -> None:
    body = "Co-signer : a person who pays if you do not; most need one\nDTI : debt-to-income ratio, at most 43%\nDeferment : a pause, granted for up to 36 months"
    (chunk,) = chunks(f"# T\n## What do banks want?\n{body}", NO_WORDS)
    assert (chunk.kind, chunk.text.count("\n")) == ("question", 2)


def test_a_rank_that_is_shared_stands_before_the_name_as_well() -> None:
    table = "| Rank | School | Cost |\n|---|---|---|\n| 1 | Elm | $5 |\n| =2 | Oak | $6 |\n| =2 | Ash | $7 |"
    assert [row.subject for row in rows(f"# T\n## Ranks\n{table}", NO_WORDS)] == ["Elm", "Oak", "Ash"]


def test_lines_of_what_graduates_earn_are_pay_and_no_price() -> None:
    found = rows(
        "# T\n## What alumni earn after two years\n**Elm** – $148k median, 212 answers\n**Oak** – $118k median, 41 answers"
    )
    assert [(row.subject, said(row)["pay"], row.cells[1].value) for row in found] == [
        ("Elm", "$148k median", 148_000),
        ("Oak", "$118k median", 118_000),
    ]


def test_a_bare_figure_below_dollars_says_so() -> None:
    (cell,) = read_cells("7,920", read_column("Total cost (US$)", WORDS))
    assert (cell.text, cell.value) == ("$7,920", 7_920)
    assert read_cells("7,920", read_column("Total cost", WORDS))[0].text == "7,920"


def test_residents_are_known_by_their_abbreviation() -> None:
    cells = read_cells("$61,200 (res.) / $88,400 (non-res.)", MONEY)
    assert [(cell.value, cell.residency) for cell in cells] == [(61_200, "in-state"), (88_400, "out-of-state")]


def test_a_header_that_ends_in_what_is_asked_for_in_words_is_that() -> None:
    words = Vocabulary(attributes={"deadline": Attribute("deadlines", "text", asked=("deadline", "apply by"))})
    assert [read_column(header, words).attribute for header in ("Fall deadline", "Deadline bonus")] == [
        "deadline",
        "deadline bonus",
    ]


def test_what_stands_in_brackets_behind_every_subject_is_a_column_of_its_own() -> None:
    table = "| School (city) | Cost |\n|---|---|\n| Elm (Ghent) | $5 |\n| Oak (Trier) | $6 |"
    assert [(row.subject, said(row)["city"]) for row in rows(f"# T\n## Fees\n{table}", NO_WORDS)] == [
        ("Elm", "Ghent"),
        ("Oak", "Trier"),
    ]
    assert (
        rows("# T\n## Fees\n| Item (USD) | Cost |\n|---|---|\n| Pen (Red) | $5 |", NO_WORDS)[0].subject == "Pen (Red)"
    )


def test_a_bold_name_that_begins_a_paragraph_heads_it() -> None:
    body = (
        "**Elm, class of 2024.** I paid $112,000. It was worth it.\n\n**Oak, class of 2023.** $138,000, and no summers."
    )
    assert [(chunk.heading, chunk.text[:8]) for chunk in chunks(f"# T\n## Readers\n{body}")] == [
        ("Elm, class of 2024", "I paid $"),
        ("Oak, class of 2023", "$138,000"),
    ]


@pytest.mark.parametrize("text", ["none", "free"])
def test_no_price_is_none_also_where_no_vocabulary_says_that_it_is_one(text: str) -> None:
    (cell,) = read_cells(text, read_column("EU/EEA fee", NO_WORDS))
    assert (cell.unit, cell.value, cell.residency) == ("money", 0.0, "home")
    assert read_cells(text, read_column("Prerequisite", NO_WORDS))[0].unit == "text"
