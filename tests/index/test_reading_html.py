"""A saved page is read as its reader sees it: the main text, nothing around it, nothing hidden in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index.cutting.sections import Paragraph, read_sections
from index.errors import ReaderError
from index.reading.html.tree import MOST_TAGS
from index.reading.quotable import one_line
from index.reading.web_page import read_html
from tests.fakes import a_guide

PAGE = """<!doctype html><html><head><title>Costs of a degree | Example Guides</title>
<meta name="author" content="J. Doe"><meta property="og:site_name" content="Example Guides">
<meta property="article:published_time" content="2025-01-02T10:00:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "Article", "dateModified": "2025-03-04"}]}</script>
<link rel="canonical" href="https://example.org/costs"></head><body>
<div id="cookie-banner">We use cookies <button>Accept</button></div>
<header><a href="/">Home of Example</a></header><nav><ul><li>Menu entry</li></ul></nav>
<main><h1>Costs of a degree</h1><p>A degree costs <a href="/x">about $30,000</a> in <b>total</b>. <img alt="chart"></p>
<aside>Sponsored: enroll at Foo</aside><div class="sponsored-box">Advertisement for Bar</div>
<div><span>Sponsored</span><p>Buy a degree from Baz.</p></div>
<form><label>E-mail</label><input name="mail"><button>Send</button></form>
<h2>What do fees cover? <a href="#fees">#</a></h2><ul><li>Labs<ul><li>Chemistry</li></ul></li><li>Library</li></ul>
</main><div class="related sidebar">Read more elsewhere</div><footer>(c) Example</footer><script>alert("x")</script>
</body></html>"""

HIDDEN = [
    '<p style="display:none">secret</p>',
    '<p style="DISPLAY : None !important">secret</p>',
    "<p hidden>secret</p>",
    '<p aria-hidden="true">secret</p>',
    '<p class="big sr-only">secret</p>',
    '<p class="visually-hidden">secret</p>',
    '<span style="font-size:0">secret</span>',
    '<span style="font-size: 1px">secret</span>',
    '<p style="color:#fff;background:#ffffff">secret</p>',
    '<div style="background-color: rgb(0, 0, 0)"><p style="color: black">secret</p></div>',
    '<p style="color:white">secret</p>',
    '<font color="#FFFFFF">secret</font>',
    '<p style="visibility:hidden">secret</p>',
    '<p style="opacity:0">secret</p>',
    '<p style="position:absolute;left:-9999px">secret</p>',
    '<p style="width:0;height:0;overflow:hidden">secret</p>',
    '<p style="clip: rect(0, 0, 0, 0)">secret</p>',
    '<p style="transform:scale(0)">secret</p>',
    "<style>.promo-x{display:none}</style><p class='promo-x'>secret</p>",
    "<template>secret</template>",
    "<noscript>secret</noscript>",
    "<!-- secret -->",
    "<script>secret</script>",
    '<p style="display:/* x:y; */none">secret</p>',
    "<table><tr><th>a</th><th>b</th></tr><tr hidden><td>secret</td></tr><tr><td>1</td><td>2</td></tr></table>",
]
SHOWN = [
    '<p class="hidden md:block">shown</p>',
    '<div class="hero"><p style="color:white">shown</p></div>',
    '<p style="color:#fff;background:#003366">shown</p>',
    "<style>@media print {.x{display:none}}</style><p class='x'>shown</p>",
    "<details><summary>More?</summary>shown</details>",
    '<div class="with-sidebar"><p>shown</p></div>',
    '<div class="social-work-programs"><p>shown</p></div>',
    "<h2><button>shown</button></h2>",
    "<form><h1>Whole page</h1><p>shown</p></form>",
]


def body(html: str) -> str:
    return read_html(html).body


def test_a_page_gives_its_main_text_and_nothing_around_it() -> None:
    assert body(PAGE) == (
        "A degree costs about $30,000 in total.\n\n## What do fees cover?\n\n- Labs\n  - Chemistry\n- Library\n"
    )


def test_a_page_says_who_wrote_it_where_and_when() -> None:
    reading = read_html(PAGE)
    assert (reading.title, reading.author, reading.publisher) == ("Costs of a degree", "J. Doe", "Example Guides")
    assert (reading.published, reading.updated) == (date(2025, 1, 2), date(2025, 3, 4))
    assert reading.url == "https://example.org/costs"


def test_what_a_page_does_not_say_stays_unknown() -> None:
    reading = read_html("<p>Some words.</p>")
    assert (reading.title, reading.author, reading.publisher, reading.published, reading.url) == (None,) * 5


@pytest.mark.parametrize("hidden", HIDDEN)
def test_hidden_text_is_never_read(hidden: str) -> None:
    text = body(f"<body><h1>Title</h1><p>Before.</p>{hidden}<p>After.</p></body>")
    assert "secret" not in text
    assert "Before." in text
    assert "After." in text


@pytest.mark.parametrize("shown", SHOWN)
def test_text_that_only_looks_hidden_or_foreign_is_kept(shown: str) -> None:
    words = "<p>Many more words stand here so that one box is not the whole page.</p>"
    assert "shown" in body(f"<body><h1>Title</h1>{shown}{words}</body>")


def test_struck_text_and_note_marks_are_not_quoted() -> None:
    text = body('<p>It costs <s>$40,000</s> $30,000<sup><a href="#n1">1</a></sup>.</p>')
    assert text == "It costs $30,000.\n"


def test_key_and_value_lines_become_a_list() -> None:
    assert body("<p>Tuition: $3<br>Credits: 30</p>") == "- Tuition: $3\n- Credits: 30\n"


def test_short_definitions_become_a_list_and_questions_become_headings() -> None:
    assert body("<dl><dt>Credits</dt><dd>30</dd></dl>") == "- Credits: 30\n"
    asked = body("<h1>Title</h1><h2>Questions</h2><dl><dt>Is it hard?</dt><dd><p>Yes.</p><p>Very.</p></dd></dl>")
    assert asked.endswith("### Is it hard?\n\nYes.\n\nVery.\n")


def test_no_line_of_a_page_is_hidden_as_another_way_to_ask() -> None:
    body = read_html("<h1>T</h1><p>Also asked: what is it?</p>").body
    assert body == "Also asked\\: what is it?\n"
    (section,) = read_sections(a_guide(body))
    assert (section.blocks, section.asked) == ((Paragraph("Also asked: what is it?"),), ())


def test_headings_have_two_levels_below_the_title_and_none_comes_twice() -> None:
    reading = read_html("<h1>T</h1><h2>A</h2><h4>Cost</h4><p>1</p><h2>B</h2><h5>Cost</h5><p>2</p><h2>A</h2><p>3</p>")
    assert reading.title == "T"
    headings = [line for line in reading.body.split("\n") if line.startswith("#")]
    assert headings == ["## A", "### Cost", "## B", "### Cost (B)", "## A (2)"]


@pytest.mark.parametrize("html", ["", "<p></p>", "<nav>Menu</nav>", "<p hidden>x</p>", "<script>let x</script>"])
def test_a_page_without_readable_text_is_refused(html: str) -> None:
    with pytest.raises(ReaderError, match="no text"):
        read_html(html)


def test_markup_nested_past_reason_is_refused() -> None:
    with pytest.raises(ReaderError, match="nested"):
        read_html("<div>" * 5000 + "words")


def test_a_page_larger_than_memory_is_refused() -> None:
    with pytest.raises(ReaderError, match="split it first"):
        read_html("<br>" * (MOST_TAGS + 1))


def test_malformed_markup_takes_no_more_than_a_moment() -> None:
    for piece in ('<a x="', "<!--", "<![", "<a b=c ", "</", "<script>", "&#", "<td", "[](", "<b "):
        html = "<p>words</p>" + piece * 30_000
        try:
            read_html(html)
        except ReaderError as problem:
            assert "nested" in str(problem)  # noqa: PT017 - either way is well, the point is that it ends


@given(st.text())
def test_what_a_page_says_is_what_its_markdown_says(text: str) -> None:
    """No letter of a page is taken for markup: a paragraph comes back as one paragraph with the same words."""
    words = one_line(text)
    if not any(one.isalnum() for one in words):
        return
    markdown = body(f"<div><p>start {escaped(text)} end</p></div>")
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    shown = "".join(child.content for child in tokens[1].children or ())
    assert shown == one_line(f"start {text} end")


@pytest.mark.parametrize(
    "text",
    ["*a* **b**", "_a_", "[x](y)", "![x](y)", "`a`", "<b>x</b>", "&amp;", "# a", "1. a", "- a", "> a", "| a | b |"],
)
def test_markdown_in_a_page_is_words_and_not_markup(text: str) -> None:
    markdown = body(f"<p>{escaped(text)}</p>")
    (_, inline, _) = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert "".join(child.content for child in inline.children or ()) == text
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


def test_characters_that_nobody_sees_are_gone() -> None:
    text = body("<p>a\u200bb\u202ec\u2066d\ufeffe\u00adf&#8203;g\U000e0041h&nbsp;i&#x202e;j\x07k</p>")
    assert text == "abcdefgh ijk\n"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\x00", "")
