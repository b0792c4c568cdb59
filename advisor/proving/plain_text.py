"""Words made plain: what a claim says, without anything that Markdown or a browser could act on."""

import html
import re
import unicodedata
from functools import lru_cache

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
BLANKS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\U000e0100-\U000e01ef]"
)
ODD_DIGITS = {"Nd", "No", "Nl"}
KEPT = "½¼¾⅓⅔²³"
HYPHENS = str.maketrans({"‐": "-", "‑": "-"})
MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\\(?=[^\w\s])"), ""),  # escapes
    (re.compile(r"<((?:https?|ftp|mailto):[^<>\s]*)>", re.I), r"\1"),  # <https://…>
    (re.compile(r"<!--.*?(?:-->|$)|</?[A-Za-z!?][^<>]*>", re.S), ""),  # comments and tags
    (re.compile(r"<(?=[A-Za-z/!?])"), ""),  # a tag left open
    (re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"), r"\1"),  # links and images
    (re.compile(r"\[\s*\^?\d+(?:\s*,\s*\d+)*\s*\](?!\()"), ""),  # marks that only the renderer may set
)
PUNCTUATION: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!?\["), "("),
    (re.compile(r"\]"), ")"),
    (re.compile(r"\b(?:https?|ftp|file)://|\b(?:javascript|vbscript|mailto):|\bdata:(?=\w+/)|\bwww\.", re.I), ""),
    (re.compile(r"(?<=\w)@(?=[\w-]+\.\w)"), " at "),
    (re.compile(r"`+"), ""),
)
BLOCK_START = re.compile(r"^(?:\s*(?:#{1,6}(?=\s)|>|[-*+](?=\s)|\||={3,}|-{3,}|~{3,}|\d{1,2}[.)](?=\s)))+\s*")
TWICE = 3  # markup inside markup is undone this many times


@lru_cache(maxsize=1 << 12)  # the same sentences are quoted for question after question
def plain(text: str) -> str:
    """The same words on one line; links, images, tags, marks and unseen characters are gone."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_seen, text.translate(HYPHENS)))
    if re.search(r"[&<\[\]\\`@:]|www", text):
        text = _without_markup(text)
    return " ".join(BLOCK_START.sub("", text).split())


def _without_markup(text: str) -> str:
    for _ in range(TWICE):
        before, text = text, html.unescape(text)
        for pattern, instead in MARKUP:
            text = pattern.sub(instead, text)
        if text == before:
            break
    text = "".join(map(_seen, text))
    for pattern, instead in PUNCTUATION:
        text = pattern.sub(instead, text)
    return text


def _seen(character: str) -> str:
    """The character as a reader takes it: any script's digits as digits, a line end as a space, the unseen gone."""
    if character.isspace():
        return " "
    if character.isascii():
        return character if character.isprintable() else ""
    category = unicodedata.category(character)
    if category in UNSEEN or BLANKS.match(character):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    odd = category in ODD_DIGITS or "\uff00" <= character <= "\uff5e" or "\ufe50" <= character <= "\ufe6f"
    return unicodedata.normalize("NFKC", character) if odd and character not in KEPT else character
