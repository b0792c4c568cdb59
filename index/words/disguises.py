"""What a text says behind a disguise: look-alike letters, letters moved by thirteen, and words in code."""

import base64
import binascii
import codecs
import re
import unicodedata

LOOK_ALIKE = str.maketrans(
    "аесорхуіјѕһԁԛԝвкмнтгпгүөәαβειкονρτυχγηικωϲϳ’‘“”‐‑ꞌʼ",
    "aecopxyijshdqwbkmhtrnryoeabeikovptuxynikwcj''\"\"--''",
)
CODED = re.compile(r"[A-Za-z0-9+/_-]{20,}={0,2}")
HEXED = re.compile(r"\b(?:[0-9a-fA-F]{2}[ :]?){16,}\b")
SPACED = re.compile(r"(?<!\w)[^\W\d_]([ .*_-])(?:[^\W\d_]\1){8,}[^\W\d_](?!\w)")
TURNED = re.compile(
    r"\b(?:gur|naq|nyy|gb|bs|gung|guvf|lbh|lbhe|fnl|gryy|vf)\b"
)  # "the", "and", "all", … turned by thirteen
WORDLIKE = 0.75


def readings(text: str) -> tuple[str, ...]:
    """The text in small plain letters, as it stands, with look-alike letters read as Latin ones, and turned by thirteen."""
    small = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    latin = small.translate(LOOK_ALIKE)
    turned = (codecs.encode(latin, "rot13"),) if TURNED.search(latin) else ()
    return tuple(dict.fromkeys((small, latin, *turned)))


def hides_words(text: str) -> bool:
    """Whether some of the letters are words in code, or one word torn into single letters."""
    if SPACED.search(text):
        return True
    return any(_is_text(_from_base64(found[0])) for found in CODED.finditer(text)) or any(
        _is_text(bytes.fromhex(re.sub(r"[ :]", "", found[0]))) for found in HEXED.finditer(text)
    )


def _from_base64(letters: str) -> bytes:
    letters = letters.rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return b""


def _is_text(decoded: bytes) -> bool:
    """Whether bytes are words with blanks between them."""
    try:
        words = decoded.decode("utf-8")
    except UnicodeDecodeError:
        return False
    letters = sum(character.isalpha() or character == " " for character in words)
    return words.isprintable() and " " in words and letters >= WORDLIKE * len(words)
