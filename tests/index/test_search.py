"""The search finds what answers, says how well, and finds it again the same."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from index.cells.cell import Cell
from index.chunks import Chunk
from index.embedding.embedder import Embedder
from index.rows import Condition, read_rows
from index.searching.meaning import Weights
from index.searching.names import Names
from index.searching.search import Hit, Searcher
from index.storing.manifest import GuideEntry
from tests.fakes import HashEmbedder, MemoryGeneration

DELIVERY = "Online and campus programs by school"


def entry(slug: str, published: date | None = None, updated: date | None = None) -> GuideEntry:
    return GuideEntry(
        slug=slug, title=slug, publisher=slug, author=None, published=published, updated=updated, url=None, digest=slug
    )


def row(number: int, school: str, price: str, value: float | None) -> Chunk:
    cells = (
        Cell("School", school, "school", "text"),
        Cell("Total tuition (USD)", price, "tuition", "money", value, period="total"),
    )
    text = f"School: {school}; Total tuition (USD): {price}"
    return Chunk(f"row-{number}", "old", ("Old", DELIVERY), "row", text, cells, row=number)


CHUNKS = [
    Chunk("visa", "old", ("Old", "Do I need a visa?"), "question", "Students from abroad apply at an embassy."),
    Chunk("visa-check", "old", ("Old", "Do I need a visa?"), "prose", "Check: the fee of $160 is of 2019.", check=True),
    Chunk("pets", "old", ("Old", "Pets"), "prose", "A visa? I do need a bone, said the dog, and a bed."),
    row(0, "Duke University", "$73,057", 73057),
    row(1, "Purdue University", "$22,500", 22500),
    row(2, "Syracuse University", "–", None),
    Chunk("money", "new", ("New", "Money"), "prose", "Loans and scholarships lower the price of a degree."),
    Chunk("jobs", "undated", ("Undated", "Jobs"), "list", "Data engineers build pipelines."),
]
GUIDES = (entry("old", published=date(2020, 1, 1)), entry("new", date(2019, 1, 1), date(2026, 1, 1)), entry("undated"))
NAMES = Names({"school": {"Purdue University": ["boilermakers"]}})


def searcher(chunks: list[Chunk] = CHUNKS, weights: Weights | None = None) -> Searcher:
    generation = MemoryGeneration(chunks, GUIDES)
    return Searcher(generation, HashEmbedder(), rows=read_rows(chunks), names=NAMES, weights=weights)


def ids(hits: list[Hit]) -> list[str]:
    return [hit.chunk.id for hit in hits]


def test_a_guides_own_question_outweighs_words_in_common() -> None:
    question = "do I need a visa"
    assert ids(searcher().search(question))[0] == "visa"
    assert ids(searcher(weights=Weights(heading=0)).search(question))[0] != "visa"


def test_all_passages_under_a_question_share_its_closeness() -> None:
    found = {hit.chunk.id: hit.heading for hit in searcher().search("Do I need a visa?")}
    assert found["visa"] == found["visa-check"] == pytest.approx(1)
    assert found["pets"] is None


def test_a_note_of_doubt_is_found_by_its_figure() -> None:
    assert ids(searcher().search("is the $160 fee right", k=1)) == ["visa-check"]


def test_a_short_form_finds_the_row_of_its_name() -> None:
    assert ids(searcher().search("boilermakers tuition", k=1)) == ["row-1"]


def test_hits_come_best_first_with_their_parts() -> None:
    hits = searcher().search("price of a degree at Purdue University", k=20)
    assert all(one.score >= other.score for one, other in pairwise(hits))
    for hit in hits:
        assert hit.score == pytest.approx((hit.meaning + 0.4 * hit.keyword) / 1.4, abs=2e-5)
        assert hit.score == round(hit.score, 5)


def test_a_sentence_that_says_it_outweighs_a_passage_that_is_near_it_all_along() -> None:
    told = "Evening classes meet twice. " + "Rooms, parking, canteens and lockers are free for all. " * 3
    near = "Evening parking, evening rooms, classes of canteens. Lockers meet rooms. Evening, twice, free."
    chunks = [Chunk("told", "new", ("New", "a"), "prose", told), Chunk("near", "new", ("New", "b"), "prose", near)]
    question, blind = "evening classes meet twice", Weights(sentence=0, keyword=0)
    assert ids(searcher(chunks, blind).search(question))[0] == "near"
    assert ids(searcher(chunks, Weights(passage=0.01, sentence=1, keyword=0)).search(question))[0] == "told"


def test_the_middle_of_many_ways_to_ask_counts_and_that_of_one_does_not() -> None:
    asked = ("loans for a degree", "scholarships for a degree", "money for a degree")
    many = Chunk("many", "new", ("New", "How is a degree paid?"), "question", "By banks.", asked=asked)
    one = Chunk("one", "old", ("Old", "How is a degree paid?"), "question", "By banks, says this one.")
    near = {hit.chunk.id: hit for hit in searcher([many, one]).search("grants for a degree")}
    far = {hit.chunk.id: hit for hit in searcher([many, one], Weights(around=0)).search("grants for a degree")}
    assert near["many"].meaning > far["many"].meaning
    assert near["one"].meaning == far["one"].meaning
    assert near["many"].own_meaning == far["many"].own_meaning


def test_a_passage_has_one_score_whatever_else_is_asked_for() -> None:
    question = "loans for the price of a visa"
    scores = {hit.chunk.id: hit.score for hit in searcher().search(question, k=20)}
    for hit in searcher().search(question, k=1) + searcher().search(question, kinds=["prose"], guides=["new"]):
        assert hit.score == scores[hit.chunk.id]


def test_a_question_that_the_guides_say_nothing_about_scores_low() -> None:
    near, far = (searcher().search(question, k=1)[0].score for question in ("do I need a visa", "zebra xylophone"))
    assert near > 0.5
    assert far < 0.2


def test_a_vector_handed_over_is_used() -> None:
    vector = HashEmbedder().embed([CHUNKS[6].spoken])[0]
    assert searcher().search("zebra", vector=vector, k=1)[0].dense == pytest.approx(1)


@pytest.mark.parametrize(
    ("guides", "kinds", "since", "found"),
    [
        (["new", "undated"], None, None, {"money", "jobs"}),
        (None, ["list", "question"], None, {"visa", "jobs"}),
        (["old"], ["prose"], None, {"visa-check", "pets"}),
        (None, None, date(2026, 1, 1), {"money"}),
        (["new", "old"], ["row", "prose"], date(2020, 1, 2), {"money"}),
        (["nowhere"], None, None, set()),
        ([], None, None, set()),
        (None, [], None, set()),
    ],
)
def test_filters_leave_only_what_they_allow(guides, kinds, since, found) -> None:  # type: ignore[no-untyped-def]
    hits = searcher().search("visa price", k=20, guides=guides, kinds=kinds, since=since)
    assert set(ids(hits)) == found


@pytest.mark.parametrize(
    ("operator", "value", "found"), [("at_most", 25000, {"row-1"}), ("at_least", 1, {"row-0", "row-1"})]
)
def test_conditions_leave_rows_that_meet_them_and_no_unknown_one(operator, value, found) -> None:  # type: ignore[no-untyped-def]
    conditions = [Condition("tuition", operator, value)]
    assert set(ids(searcher().search("which school", k=20, conditions=conditions))) == found
    assert searcher().search("which school", guides=["new"], conditions=conditions) == []


def test_a_row_that_was_cut_in_two_meets_a_condition_in_all_its_passages() -> None:
    first = row(3, "Purdue University", "$22,500", 22500)
    cells = (first.cells[0], Cell("GRE", "No", "gre", "text"))
    second = replace(first, id="row-3b", text="School: Purdue University; GRE: No", cells=cells)
    conditions = [Condition("tuition", "at_most", 25000)]
    for pieces in ([first, second], [second, first]):
        assert len(read_rows(pieces).all) == 1
        assert set(ids(searcher(pieces).search("Purdue", k=20, conditions=conditions))) == {"row-3", "row-3b"}


def test_repetitions_are_found_once_and_the_best_is_kept() -> None:
    copy = replace(CHUNKS[6], id="a-copy", path=("New", "Zebras"))
    hits = searcher([*CHUNKS, copy]).search("loans, scholarships, money", k=20)
    assert ids(hits)[0] == "money"
    assert "a-copy" not in ids(hits)
    assert len(hits) == len(CHUNKS)


def test_ties_go_by_id_whatever_the_order_of_the_guides() -> None:
    tied = [Chunk(letter, "new", ("New", letter * 3), "prose", "Loans.") for letter in "dbca"]
    for chunks in (tied, tied[::-1]):
        found = searcher([replace(chunk, path=("New",)) for chunk in chunks], Weights()).search("loans", k=4)
        assert ids(found) == ["a"]  # equal in all: folded to the first id
        assert ids(searcher([replace(c, path=("New", "Money", "x"), guide=c.id) for c in chunks]).search("loans")) == [
            *"abcd"
        ]


def test_the_same_search_gives_the_same_list() -> None:
    assert searcher().search("visa for a dog", k=20) == searcher(CHUNKS[::-1]).search("visa for a dog", k=20)


@pytest.mark.parametrize("k", [0, -1])
def test_nothing_is_found_where_nothing_is_wanted(k: int) -> None:
    assert searcher().search("visa", k=k) == []


def test_an_index_without_passages_finds_nothing() -> None:
    assert searcher([]).search("visa") == []


def test_more_passages_than_are_weighed_change_no_list() -> None:
    """Chroma, the words and the headings name what is weighed: together they must name all that could win."""
    many = [
        Chunk(f"{n:04}", "new", ("New", f"Heading {n}"), "prose", f"Topic {n % 37} of field {n % 101} in year {n}.")
        for n in range(1500)
    ]
    everything = searcher(many)
    for question in ("topic 5 in field 77", "year 1234", "heading 9 of topic 3"):
        for vector in (None, HashEmbedder().embed(["something far away"])[0]):
            every = everything.search(question, vector=vector, kinds=["prose"])  # a filter weighs all it leaves
            assert everything.search(question, vector=vector) == every


def test_a_plain_search_asks_the_store_and_a_filtered_one_needs_not() -> None:
    generation = MemoryGeneration(CHUNKS, GUIDES)
    embedder: Embedder = HashEmbedder()
    search = Searcher(generation, embedder).search
    search("visa")
    assert generation.asked == 1
    search("visa", guides=["new"])
    assert generation.asked == 1
