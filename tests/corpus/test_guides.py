"""What every guide promises before it is quoted: who wrote it, when, and in which form."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.corpus.reading import GUIDES, OWN, front_matter, sections

NEEDED = ("slug", "title", "publisher", "license", "left_out")
DATES = ("published", "updated")
LINK = re.compile(r"https?://|www\.|\]\(|!\[")
NOTE = re.compile(r"""> Check: [A-Z\d$~"].*[.?!]""")
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&[a-z]+;")

each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)


def heading_text(heading: str) -> str:
    return heading.lstrip("#").strip()


def lines_of(guide: Path) -> list[str]:
    return [line for section in sections(guide) for line in section.lines]


def test_the_four_guides_of_the_project_are_there() -> None:
    assert set(OWN) <= {guide.stem for guide in GUIDES}


@each_guide
def test_a_guide_says_what_it_is_and_what_was_left_out(guide: Path) -> None:
    given = front_matter(guide)
    assert [key for key in NEEDED if not str(given.get(key) or "").strip()] == []


@each_guide
def test_a_slug_is_the_name_of_its_file(guide: Path) -> None:
    assert front_matter(guide)["slug"] == guide.stem


def test_no_two_guides_share_a_slug() -> None:
    assert [slug for slug, times in Counter(str(front_matter(g)["slug"]) for g in GUIDES).items() if times > 1] == []


@each_guide
def test_a_date_is_a_date_and_no_guide_is_updated_before_it_is_published(guide: Path) -> None:
    given = front_matter(guide)
    dates = [given[key] for key in DATES if key in given]
    days = [day for day in dates if isinstance(day, date)]
    assert days == dates
    assert days == sorted(days)


@each_guide
def test_a_guide_opens_with_its_one_title(guide: Path) -> None:
    found = [section.heading for section in sections(guide)]
    assert found[0].startswith("# ")
    assert [heading for heading in found[1:] if heading.startswith("# ")] == []


@each_guide
def test_headings_go_three_levels_deep_and_skip_none(guide: Path) -> None:
    depths = [len(section.heading) - len(section.heading.lstrip("#")) for section in sections(guide)]
    assert max(depths) <= 3
    assert all(after - before <= 1 for before, after in pairwise(depths))


@each_guide
def test_no_heading_stands_twice_in_a_guide(guide: Path) -> None:
    times = Counter(heading_text(section.heading).casefold() for section in sections(guide))
    assert [heading for heading, count in times.items() if count > 1] == []


@each_guide
def test_a_heading_without_text_has_headings_beneath_it(guide: Path) -> None:
    found = sections(guide)
    empty = [
        here.heading
        for here, following in zip(found, [*found[1:], None], strict=True)
        if not any(line.strip() for line in here.lines)
        and (following is None or following.heading.count("#") <= here.heading.count("#"))
    ]
    assert empty == []


@each_guide
def test_a_quoted_line_is_a_check_note_in_whole_sentences(guide: Path) -> None:
    quoted = [line for line in lines_of(guide) if line.startswith(">")]
    assert [line for line in quoted if not NOTE.fullmatch(line)] == []


@each_guide
def test_a_check_note_never_hides_in_running_text(guide: Path) -> None:
    assert [line for line in lines_of(guide) if "Check:" in line and not line.startswith("> Check: ")] == []


@each_guide
def test_a_guide_holds_no_link_no_image_and_no_html(guide: Path) -> None:
    assert [line for line in lines_of(guide) if LINK.search(line) or MARKUP.search(line)] == []


@each_guide
def test_pipes_stand_in_tables_only(guide: Path) -> None:
    assert [line for line in lines_of(guide) if "|" in line and not line.startswith("|")] == []
