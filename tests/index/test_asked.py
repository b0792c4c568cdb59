"""Other ways to ask what a section answers lead to it, and are never shown."""

import pytest

from index.chunks import Chunk
from index.cutting.cutter import cut
from index.cutting.sections import Listing, Paragraph, read_sections
from index.cutting.tables import Table
from index.edition import Edition
from index.embedding.embedder import SentenceTransformerEmbedder
from index.embedding.encoder import Encoder
from index.errors import GuideError
from index.library import Library
from index.storing.store import read_current
from index.vocabulary import Vocabulary
from tests.fakes import CountingEmbedder, HashEmbedder, MemoryStore, a_guide, count_words
from tests.index.processes import Place
from tests.index.small import BODIES, build_small, guide, guides

LINE = "Also asked: who are the lecturers | any famous profs?\n"
ASKED = ("who are the lecturers", "any famous profs?")
WITH_LINE = BODIES | {"alpha": BODIES["alpha"].replace("## Teachers\n", f"## Teachers\n{LINE}")}


def cut_words(body: str) -> list[Chunk]:
    return cut(a_guide(body), Vocabulary(), count_words, 256)


@pytest.mark.parametrize("gap", ["", "\n", "\n\n", "<!-- unseen -->\n\n"])
@pytest.mark.parametrize("text", ["One. Two.", "- one\n- two", "| A | B |\n|---|---|\n| 1 | 2 |"])
@pytest.mark.parametrize("below", ["", "\n"])
def test_the_line_below_a_heading_is_taken_out_of_the_text(gap: str, text: str, below: str) -> None:
    (section,) = read_sections(a_guide(f"# T\n{gap}{LINE}{below}{text}\n"))
    (plain,) = read_sections(a_guide(f"# T\n\n{text}\n"))
    assert (section.asked, section.blocks) == (ASKED, plain.blocks)
    assert isinstance(section.blocks[0], Paragraph | Listing | Table)


def test_each_section_has_its_own() -> None:
    one, two, three = read_sections(
        a_guide("# T\nAlso asked: a\nOne.\n## B?\nTwo.\n### C\nAlso asked: | c |\n\nThree.")
    )
    assert (one.asked, two.asked, three.asked) == (("a",), (), ("c",))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("# T\nAlso asked:\nOne.", 'line 2: "Also asked:" names no question'),
        ("# T\n\nAlso asked: | |\n\nOne.", 'line 3: "Also asked:" names no question'),
        ("# T\nOne.\n\nAlso asked: a", 'line 4: "Also asked:" cannot stand here'),
        ("# T\nOne.\nAlso asked: a", 'line 3: "Also asked:" cannot stand here'),
        ("# T\nAlso asked: a\nAlso asked: b\nOne.", 'line 3: "Also asked:" cannot stand here'),
        ("# T\nAlso asked: a\n\nAlso asked: b\n\nOne.", 'line 4: "Also asked:" cannot stand here'),
        ("Also asked: a\n# T\nOne.", 'line 1: "Also asked:" cannot stand here'),
        ("# T\nOne.\n## Group\nAlso asked: a\n### B\nTwo.", 'line 3: "Also asked:" leads to no text'),
        ("# T\nOne.\n## Last\nAlso asked: a", 'line 3: "Also asked:" leads to no text'),
    ],
)
def test_a_line_that_leads_nowhere_is_an_error_with_its_line(body: str, said: str) -> None:
    with pytest.raises(GuideError) as error:
        read_sections(a_guide(body))
    assert said in str(error.value)


def test_the_passages_are_the_same_with_the_line_and_without() -> None:
    body = "# T\n## Why?\n{}Because. Really.\n## Prices\n{}> Check: doubt\n\nSome.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    plain, asked = cut_words(body.format("", "")), cut_words(body.format(LINE, LINE))
    assert [(c.id, c.kind, c.text, c.spoken) for c in asked] == [(c.id, c.kind, c.text, c.spoken) for c in plain]
    assert [c.text for c in asked if c.asked == ASKED] == ["Because. Really.", "Some."]


def test_a_build_embeds_each_way_to_ask_once_and_only_what_is_new() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    build_small(store)
    build_small(store, guides(WITH_LINE), embedder)
    assert sorted(embedder.embedded) == sorted(ASKED)
    more = WITH_LINE | {"alpha": WITH_LINE["alpha"].replace("profs?", "profs? | who teaches")}
    build_small(store, guides(more), embedder)
    assert embedder.embedded[2:] == ["who teaches"]


def test_they_are_kept_wherever_the_index_is_and_are_no_headings(place: Place) -> None:
    build_small(place.store(), guides(WITH_LINE))
    generation = read_current(place.store())
    assert generation
    asked = generation.records.of("asked")
    assert tuple(entry.text for entry in asked.entries) == ASKED
    assert (asked.matrix == HashEmbedder().embed(ASKED)).all()
    edition = Edition(generation, HashEmbedder())
    assert [entry.text for entry in edition.headings.entries] == [
        "What does the degree cost?",
        "How long does it take?",
    ]
    assert not any(phrasing in chunk.spoken for chunk in edition.chunks.values() for phrasing in ASKED)
    assert [hit.heading for hit in edition.search(ASKED[1], k=1)] == [pytest.approx(1)]


def test_the_closest_way_to_ask_counts_for_all_passages_of_its_section() -> None:
    body = (
        f"# T\n## What is it?\n{LINE}It is a degree.\n\n> Check: doubt\n"
        "## Table\nAlso asked: price list\n\nSome.\n\n| School | B |\n|---|---|\n| Duke | 2 |\n## Other\nWords.\n"
    )
    store = MemoryStore()
    build_small(store, [guide("small", body)], vocabulary=Vocabulary())
    library = Library(store, HashEmbedder())
    for question, section in (("What is it?", "What is it?"), (ASKED[0], "What is it?"), ("price list", "Table")):
        found = [(hit.chunk.heading, hit.heading) for hit in library.search(question, k=20)]
        closest = [heading for heading, close in found if close == pytest.approx(1)]
        assert closest == [section] * 2
        assert {close for heading, close in found if heading == "Other"} == {None}


def test_a_way_to_ask_in_other_words_finds_its_section_first(reference: SentenceTransformerEmbedder) -> None:
    sections = {
        "Can I get in without a computer science degree?": "Some students enter, but they must prove readiness.",
        "Which costs come on top of tuition?": "Software, travel and course fees are billed apart.",
        "Do I need the GRE?": "Most programs have dropped the test.",
    }
    lines = {
        "Can I get in without a computer science degree?": "Also asked: i am a nurse, would they take me\n",
        "Which costs come on top of tuition?": "Also asked: any nasty surprises on the bill\n",
    }
    body = "".join(f"## {heading}\n{lines.get(heading, '')}{text}\n" for heading, text in sections.items())
    store = MemoryStore()
    build_small(store, [guide("small", "# Small\n" + body)], reference)
    library = Library(store, Encoder())
    for question, place in (("im a nurse, is there a chance", 0), ("will the bill surprise me", 1)):
        assert library.search(question, k=1)[0].chunk.heading == list(sections)[place]
