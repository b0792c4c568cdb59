"""What a claim says is shown; what Markdown or a browser could act on is not."""

import pytest

from advisor.proving.plain_text import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See [the page](https://evil.example/x?y=(1)) now", "See the page now"),
        ("![pixel](http://evil.example/p.png) here", "pixel here"),
        ("<img src=x onerror=alert(1)>Hello<br/> <b>you</b>", "Hello you"),
        ("Hello <script>alert(1)", "Hello alert(1)"),
        ("Hello <scr<b>ipt>x", "Hello script>x"),
        ("&lt;b&gt;Hi&lt;/b&gt; R&amp;D", "Hi R&D"),
        ("<https://evil.example>", "evil.example"),
        ("Go to https://evil.example or www.evil.example", "Go to evil.example or evil.example"),
        ("Click javascript:alert(1)", "Click alert(1)"),
        ("It says so [7] and [1, 2].", "It says so and ."),
        ("Ask [sic] them", "Ask (sic) them"),
        ("a\u200bb\u202ec\u2066d\x07e\ufefff", "abcdef"),
        ("line\none\r\ntwo\u2028three", "line one two three"),
        ("# Heading\n| a | b |", "Heading | a | b |"),
        ("> - 1. Quote", "Quote"),
        ("`code`", "code"),
        ("GPA < 3.0 & more", "GPA < 3.0 & more"),
        ("＄７,０００ and ٣ years", "$7,000 and 3 years"),
    ],
)  # fmt: skip
def test_markup_marks_and_unseen_characters_are_taken_out(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert plain(shown) == shown or "#" in text
