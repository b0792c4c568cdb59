"""`add` makes a guide of a file, whole or not at all, and says why where it does not."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.cutting.sections import read_sections
from index.errors import ReaderError
from index.guides import read_guide
from index.reading.adding import NotAddedError, add
from index.reading.original import MOST_BYTES
from index.reading.web_page import LEFT_OUT
from tests.index.originals import bare_word, changed_part, drawn, pdf, word

ROOT = Path(__file__).parents[2]
PAGE = b"""<!doctype html><title>What \xe2\x80\x9cit\xe2\x80\x9d costs: [a](b) guide's end | Site</title>
<meta property="og:site_name" content="Site"><main><h2>Costs</h2><p>It costs $1.</p></main>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "corpus" / "guides"


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder.parent.parent / name
    path.write_bytes(content)
    return path


def refusal(path: Path, folder: Path) -> str:
    with pytest.raises(ReaderError) as caught:
        add([path], folder)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    assert not folder.exists() or not list(folder.iterdir())
    return message


def test_a_page_becomes_a_guide_that_can_be_read_and_edited(folder: Path) -> None:
    (path,) = add([put(folder, "page.html", PAGE)], folder)
    assert path == folder / "what-it-costs-a-b-guides-end.md"
    assert path.read_text("utf-8") == (
        '---\nslug: "what-it-costs-a-b-guides-end"\ntitle: "What “it” costs: [a](b) guide\'s end"\npublisher: "Site"\n'
        'license: "Check the right to reuse this text before publishing it."\n'
        f'left_out: "{LEFT_OUT}"\n'
        "---\n\n# What “it” costs: \\[a\\](b) guide's end\n\n## Costs\n\nIt costs $1.\n"
    )
    (section,) = read_sections(read_guide(path))
    assert section.path[1:] == ("Costs",)


@pytest.mark.parametrize(
    ("name", "content", "slug"),
    [
        ("a.docx", word(), "a-word-guide"),
        ("a.pdf", pdf(), "a-pdf-guide"),
        ("a.txt", b"A text guide\n\nIt says something.\n", "a-text-guide"),
        ("a.md", b"# A Markdown guide\n\nIt says something.\n", "a-markdown-guide"),
        ("a.html", b"<h1>A page</h1><p>It says something.</p>", "a-page"),
        ("no-suffix", b"<html><p>It says something.</p>", "no-suffix"),
        ("page.txt", PAGE, "what-it-costs-a-b-guides-end"),
        ("wrong.pdf", bare_word(), "costs"),
        ("数学.txt", "数学の本。\n".encode(), "guide"),
    ],
)
def test_a_file_of_each_kind_becomes_a_guide_whatever_its_suffix(
    folder: Path, name: str, content: bytes, slug: str
) -> None:
    (path,) = add([put(folder, name, content)], folder)
    guide = read_guide(path)
    assert (path.name, guide.slug) == (f"{slug}.md", slug)
    assert read_sections(guide)
    assert guide.license == "Check the right to reuse this text before publishing it."


def test_a_guide_keeps_its_front_matter(folder: Path) -> None:
    text = '---\nslug: mine\ntitle: "T"\npublisher: P\nupdated: 2025-01-02\nlicense: CC0\n---\n# T\n\nWords.\n'
    guide = read_guide(*add([put(folder, "other.md", text.encode())], folder))
    assert (guide.slug, guide.publisher, str(guide.updated), guide.license) == ("mine", "P", "2025-01-02", "CC0")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.html", b"", "empty"),
        ("blank.txt", b" \n \n", "no text"),
        ("page.html", b"<p>caf\xe9</p>", "not UTF-8"),
        ("garbage.txt", bytes(range(256)) * 9, "not UTF-8"),
        ("nul.txt", b"words\x00words", "control characters"),
        ("image.html", b"\x89PNG\r\n\x1a\n" + bytes(50), "an image"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(50), "old Office file"),
        ("note.rtf", b"{\\rtf1 words}", "RTF"),
        ("data.json", b'{"words": 1}', "no kind of file"),
        ("data.csv", b"School,Price\nDuke,1\n", "no kind of file"),
        ("feed.txt", b"<?xml version='1.0'?><rss>words</rss>", "no kind of file"),
        ("packed.gz", b"\x1f\x8b" + bytes(9), "compressed"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(folder: Path, name: str, content: bytes, reason: str) -> None:
    assert reason in refusal(put(folder, name, content), folder)


def test_a_file_too_large_is_refused_without_reading_on(folder: Path) -> None:
    path = put(folder, "large.txt", b"")
    os.truncate(path, MOST_BYTES + 1)
    assert "larger than 50 MB" in refusal(path, folder)


def test_what_is_no_plain_file_is_refused(folder: Path) -> None:
    base = folder.parent.parent
    loop, pipe = base / "loop.html", base / "pipe.html"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    assert "it is a folder" in refusal(base, folder)
    assert "symbolic links" in refusal(loop, folder)
    assert "no plain file" in refusal(pipe, folder)
    assert "no such file" in refusal(base / "missing.html", folder)


def test_a_guide_that_is_there_is_never_overwritten(folder: Path) -> None:
    page = put(folder, "page.html", PAGE)
    (path,) = add([page], folder)
    path.write_text("edited by hand", "utf-8")
    with pytest.raises(ReaderError, match="is there already"):
        add([page], folder)
    assert [one.read_text("utf-8") for one in folder.iterdir()] == ["edited by hand"]


def test_of_several_files_the_good_ones_are_added_and_each_bad_one_is_named(folder: Path) -> None:
    good, same = put(folder, "a.txt", b"One title\n\nSome words.\n"), put(folder, "b.txt", b"One title\n\nOthers.\n")
    bad, other = put(folder, "bad.pdf", b"%PDF-1.4 torn"), put(folder, "c.txt", b"Other title\n\nWords.\n")
    with pytest.raises(NotAddedError) as caught:
        add([bad, good, same, other], folder)
    assert [path.name for path in caught.value.added] == ["one-title.md", "other-title.md"]
    assert [problem.split(":")[0] for problem in caught.value.problems] == [str(bad), str(same)]
    assert sorted(path.name for path in folder.iterdir()) == ["one-title.md", "other-title.md"]


def test_nothing_half_written_stays_where_the_folder_cannot_be_written(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be", "utf-8")
    with pytest.raises(ReaderError, match="cannot be written"):
        add([put(folder, "page.html", PAGE)], folder)
    assert [path.name for path in folder.parent.iterdir()] == ["guides"]


def test_nothing_half_written_stays_when_the_disk_is_full(folder: Path) -> None:
    page = put(folder, "page.html", b"<h1>Long</h1><p>" + b"many words " * 9_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(ReaderError, match="cannot be written"):
            add([page], folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list(folder.iterdir())


def test_starting_up_loads_none_of_the_readers_libraries() -> None:
    script = "import sys, index.reading.adding; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"html_to_markdown", "mammoth", "pdfplumber", "markdown_it", "pydantic"} & set(loaded.stdout.split())


BEGINNINGS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<html>",
    b"# a\n\n",
    b"---\na: b\n---\n",
]
PLAIN_PDF = drawn(lambda canvas: canvas.drawString(72, 700, "Only one sentence stands here."))
TAGS = [b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", b"<w:br/>", b"<w:vanish/>", b"</w:tc>", b"&#0;"]
SUFFIXES = ["", ".html", ".txt", ".md", ".pdf", ".docx"]


def added_or_refused(folder: Path, name: str, content: bytes) -> None:
    """Either a guide that can be read, or a reason and nothing left behind; nothing else ever."""
    folder = folder / "guides"
    path = folder.parent / name
    path.write_bytes(content)
    try:
        (guide,) = add([path], folder)
    except ReaderError:
        assert not folder.exists() or not list(folder.iterdir())
        return
    assert list(folder.iterdir()) == [guide]
    read_sections(read_guide(guide))
    guide.unlink()


@settings(deadline=None)
@given(
    beginning=st.sampled_from(BEGINNINGS),
    rest=st.binary(max_size=400) | st.text().map(str.encode),
    suffix=st.sampled_from(SUFFIXES),
)
def test_any_bytes_are_added_or_refused(
    tmp_path_factory: pytest.TempPathFactory, beginning: bytes, rest: bytes, suffix: str
) -> None:
    added_or_refused(scratch(tmp_path_factory), f"any{suffix}", beginning + rest)


@settings(deadline=None)
@given(kind=st.sampled_from(["word", "pdf"]), at=st.floats(0, 1), noise=st.binary(min_size=1, max_size=40))
def test_a_damaged_word_or_pdf_file_is_added_or_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, at: float, noise: bytes
) -> None:
    whole = bare_word() if kind == "word" else PLAIN_PDF
    place = int(at * len(whole))
    content = whole[:place] + noise + whole[place + len(noise) :]
    added_or_refused(scratch(tmp_path_factory), "damaged", content)


@settings(deadline=None)
@given(at=st.floats(0, 1), noise=st.binary(min_size=1, max_size=40) | st.sampled_from(TAGS))
def test_a_word_file_with_a_damaged_part_is_added_or_refused(
    tmp_path_factory: pytest.TempPathFactory, at: float, noise: bytes
) -> None:
    def damage(part: bytes) -> bytes:
        place = int(at * len(part))
        return part[:place] + noise + part[place:]

    content = changed_part(bare_word(), "word/document.xml", damage)
    added_or_refused(scratch(tmp_path_factory), "damaged.docx", content)


def scratch(factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples of a test."""
    path = factory.getbasetemp() / "scratch"
    path.mkdir(exist_ok=True)
    return path
