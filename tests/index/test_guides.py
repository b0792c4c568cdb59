"""A guide is read whole with its front matter, and what is no guide is named with its mend."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from index.errors import GuideError
from index.guides import MOST_BYTES, read_guide, read_guides, unread_files

FRONT = "---\nslug: small\ntitle: A small guide\npublisher: Tests\n---\n"


def written(folder: Path, text: str | bytes, name: str = "small.md") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(path: Path) -> str:
    with pytest.raises(GuideError) as error:
        read_guide(path)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_guide_says_whose_word_it_is(tmp_path: Path) -> None:
    keys = "author: A. Writer\npublished: 2022-10-11\nupdated: 2026-06-02\nurl: https://example.org/g\nlicense: free\n"
    guide = read_guide(written(tmp_path, FRONT[:-4] + keys + "left_out: boxes\n---\n\n# Title\nWords.\n"))
    assert (guide.slug, guide.title, guide.publisher, guide.author) == ("small", "A small guide", "Tests", "A. Writer")
    assert (guide.published, guide.updated) == (date(2022, 10, 11), date(2026, 6, 2))
    assert (guide.url, guide.license) == ("https://example.org/g", "free")
    assert guide.body == "\n# Title\nWords.\n"
    assert guide.first_line == 12


def test_front_matter_between_pluses_is_read_as_well(tmp_path: Path) -> None:
    block = '+++\ntitle = "Part-time: the table"\ndate = 2026-01-20\nauthors = ["D. Hale"]\n[extra]\ntoc = true\n+++\n# T\nWords.'
    path = tmp_path / "table.md"
    path.write_text(block, "utf-8")
    guide = read_guide(path)
    assert (guide.title, guide.author, guide.updated) == ("Part-time: the table", "D. Hale", date(2026, 1, 20))
    assert "+++" not in guide.body


def test_a_guide_without_dates_is_undated(tmp_path: Path) -> None:
    guide = read_guide(written(tmp_path, FRONT.replace("Tests", "Tests\nauthor:") + "Words."))
    assert (guide.author, guide.published, guide.updated) == (None, None, None)


def test_words_of_the_front_matter_stay_words(tmp_path: Path) -> None:
    guide = read_guide(written(tmp_path, FRONT.replace("A small guide", "2026").replace("Tests", "no") + "Words."))
    assert (guide.title, guide.publisher) == ("2026", "no")


def test_the_front_matter_brings_no_tags_and_no_links(tmp_path: Path) -> None:
    title = "A <b>small</b> [guide](https://evil.example)\u202e"
    assert read_guide(written(tmp_path, FRONT.replace("A small guide", title) + "Words.")).title == (
        "A b>small/b> [guide] (https://evil.example)"
    )


def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    guide = read_guide(written(tmp_path, b"\xef\xbb\xbf" + (FRONT + "One.\nTwo.").replace("\n", "\r\n").encode()))
    assert guide.body == "One.\nTwo."


def test_the_digest_tells_files_apart_and_nothing_else(tmp_path: Path) -> None:
    first = read_guide(written(tmp_path, FRONT + "Words."))
    assert read_guide(written(tmp_path, FRONT + "Words.")).digest == first.digest
    assert read_guide(written(tmp_path, FRONT + "Word.")).digest != first.digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\nslug: small\n# never closed", r"small.md, line 1: there is no front matter"),
        ("", "small.md: the file is empty"),
        (" \n\n", "small.md: the file is empty"),
        (FRONT, "small.md: nothing stands below the front matter"),
        (FRONT.encode() + b"fine\n\xff\xfe", "small.md, line 7: this is not UTF-8"),
        (FRONT.replace("small\n", "other\n"), "small.md: its slug is other"),
        (FRONT.replace("small\n", "Small Guide\n"), "line 2: front matter, slug: use small letters"),
        (FRONT.replace("Tests", "Tests\nurl: javascript:alert(1)"), "line 5: front matter, url: give an address"),
        (FRONT.replace("Tests", "Tests\ntitle: again"), "line 5: the front matter is not YAML"),
        (FRONT.replace("Tests", "'open"), r"line \d: the front matter is not YAML"),
        ("---\njust words\n---\nWords.", "line 2: the front matter is not a list"),
    ],
)
def test_what_is_no_guide_is_named_with_its_mend(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert re.search(said, refused(written(tmp_path, text)))


@pytest.mark.parametrize(
    ("said", "updated", "unread"),
    [
        ("publised: 2022-01-01", None, ("publised",)),
        ("date: 2026-05-25\ntags: [fees, uk]\ndraft: false", "2026-05-25", ("tags", "draft")),
        ("lastmod: May 2026", "2026-05-01", ()),
        ("updated: 2026-02-31", None, ("updated",)),
        ("updated: 2026/03/01T10:00:00Z", "2026-03-01", ()),
    ],
)
def test_what_other_programs_keep_in_the_front_matter_stops_no_build(
    tmp_path: Path, said: str, updated: str | None, unread: tuple[str, ...]
) -> None:
    guide = read_guide(written(tmp_path, FRONT.replace("Tests", f"Tests\n{said}") + "Words."))
    assert (str(guide.updated) if guide.updated else None, guide.unread) == (updated, unread)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("*By Rina Patel · Last reviewed: March 3, 2026*", ("Rina Patel", "2026-03-03")),
        ("Updated February 2026", (None, "2026-02-01")),
        ("Updated often, and read by Rina Patel every week.", (None, None)),
    ],
)
def test_a_line_that_says_who_wrote_a_guide_and_when_is_no_sentence_of_it(
    tmp_path: Path, line: str, said: tuple[str | None, str | None]
) -> None:
    guide = read_guide(written(tmp_path, f"# Fees\n{line}\n\nWords."))
    assert (guide.author, str(guide.updated) if guide.updated else None) == said
    assert (line in guide.body) == (said == (None, None))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("# Bikes: a guide\nWords.", ("small", "Bikes: a guide", "Bikes")),
        ("Words alone.", ("small", "Small", "Small")),
        (
            "# What a family should know about *bikes*\nWords.",
            ("small", "What a family should know about bikes", "Small"),
        ),
        ("---\ntitle: Bikes: a guide\nauthor: M. Ode\n---\nWords.", ("small", "Bikes: a guide", "M. Ode")),
    ],
)
def test_a_guide_that_does_not_say_what_it_is_called_is_named_for_its_file(
    tmp_path: Path, text: str, named: tuple[str, str, str]
) -> None:
    guide = read_guide(written(tmp_path, text))
    assert (guide.slug, guide.title, guide.publisher) == named
    assert "publisher" in guide.unsaid


def test_a_file_over_five_megabytes_is_refused(tmp_path: Path) -> None:
    assert "larger than 5 MB" in refused(written(tmp_path, FRONT + "x" * MOST_BYTES))
    assert read_guide(written(tmp_path, FRONT + "x" * (MOST_BYTES - len(FRONT)))).slug == "small"


def test_a_symlink_loop_is_refused(tmp_path: Path) -> None:
    (tmp_path / "small.md").symlink_to(tmp_path / "small.md")
    assert "cannot be read (too many levels of symbolic links)" in refused(tmp_path / "small.md")
    with pytest.raises(GuideError, match=r"symbolic links"):
        read_guides(tmp_path)


def test_a_pipe_and_a_folder_are_no_guides(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    assert "not a file" in refused(tmp_path / "pipe.md")
    assert "not a file" in refused(tmp_path / "folder.md")


def test_guides_come_sorted_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for slug in ("b", "a-2", "a"):
        written(tmp_path, FRONT.replace("small\n", f"{slug}\n") + "Words.", f"{slug}.md")
    written(tmp_path, "notes", "notes.txt")
    written(tmp_path, "half", ".b.md")
    assert [guide.slug for guide in read_guides(tmp_path)] == ["a", "a-2", "b"]


def test_a_missing_folder_and_a_folder_without_guides_are_named(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="there is no guide here"):
        read_guides(tmp_path)
    with pytest.raises(GuideError, match="no such file or directory"):
        read_guides(tmp_path / "missing")


def test_two_guides_cannot_share_a_slug(tmp_path: Path) -> None:
    written(tmp_path, FRONT + "Words.", "small.md")
    written(tmp_path, FRONT + "Words.", "small.MD")
    with pytest.raises(GuideError, match="the slug small is taken"):
        read_guides(tmp_path)


def test_front_matter_that_is_never_closed_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nslug: a\ntitle: A\n# A\n\nWords.\n", "utf-8")
    with pytest.raises(GuideError, match=r"a.md, line 1: .*never closed; put a line --- below its last key"):
        read_guide(tmp_path / "a.md")


def test_files_among_the_guides_that_are_none_are_named_with_what_makes_them_one(tmp_path: Path) -> None:
    for name in ("a.md", "b.html", ".hidden.txt"):
        (tmp_path / name).write_text("# A\n\nWords.\n", "utf-8")
    (line,) = unread_files(tmp_path)
    assert line.startswith("b.html: not read")
    assert line.endswith("/b.html`")
