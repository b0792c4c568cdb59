"""Names that only the guides' own tables know: which spellings are one subject, and the short forms people type for them."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisor.words import phrase

SPELLED_OUT = {
    "u": "university", "univ": "university", "uni": "university", "st": "saint", "ste": "sainte", "inst": "institute",
    "coll": "college", "acad": "academy", "mt": "mount", "ft": "fort", "intl": "international", "natl": "national",
}  # fmt: skip
LITTLE = frozenset("of the and at in for de la le du".split())
BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
SHORT_NAME = re.compile(r"[A-Z][A-Za-z&]{0,2}[A-Z][A-Za-z]{0,3}")
SMALL = re.compile(r"\b[a-z]{4,}\b")
TWO = 2  # letters that count only as they are typed
LEAST_LETTERS = 4  # of one word that stands for a whole name
CAPITALS = re.compile(r"\b[A-Z]{3,}\b")  # "KTH Royal Institute of Technology"
LEAST_INITIALS = 3
OF_MANY = re.compile(
    r".*(?:ern|al|an|ic)|open|city|state|new|grand|great|saint|mount|fort"
)  # first words that name nothing alone


@dataclass(frozen=True)
class Namesakes:
    """The spellings of the tables, each with the name it stands for, and the forms for every name."""

    meant: Mapping[str, str]  # as written -> the name that all spellings share
    forms: Mapping[str, tuple[str, ...]]  # name -> folded forms
    initials: Mapping[str, tuple[str, ...]]  # name -> short names of two letters as written: "UB"

    def named(self) -> Iterator[tuple[str, str]]:
        """Each folded form with the name it stands for."""
        yield from ((phrase(written), name) for written, name in self.meant.items())
        yield from ((form, name) for name, forms in self.forms.items() for form in forms)


def key_of(name: str) -> str:
    """A name as it is compared: folded, without what stands in brackets behind it, abbreviations spelled out."""
    return " ".join(SPELLED_OUT.get(word, word) for word in phrase(BRACKETS.sub("", name)).split())


def in_brackets(name: str) -> str:
    """The short name that stands in brackets behind a name: "URB"; empty where none does."""
    found = BRACKETS.search(name)
    return found[1] if found and SHORT_NAME.fullmatch(found[1]) else ""


def namesakes(
    written: Iterable[str], texts: Iterable[str], heads: frozenset[str], ordinary: Callable[[str], bool]
) -> Namesakes:
    """The names of some tables joined; `heads` are words that a name may lose, `texts` all that the guides say."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(written):
        spellings[key_of(name)].append(name)
    longer = {key: _longer(key, spellings, heads) for key in spellings}
    meant = {name: _shown(spellings[longer[key]]) for key, names in spellings.items() for name in names}
    joined: dict[str, set[str]] = defaultdict(set)
    for key, names in spellings.items():
        joined[_shown(spellings[longer[key]])] |= {key, *(phrase(BRACKETS.sub("", name)) for name in names)}
    texts = tuple(texts)
    small = {word for text in texts for word in SMALL.findall(text)}
    short: dict[str, set[str]] = defaultdict(set)
    for name, keys in joined.items():
        if not is_proper(name):
            continue
        for form in {form for key in keys for form in _shortened(key, heads, ordinary, small)}:
            short[form].add(name)
    initials = _initials(meant, texts, ordinary)
    forms = {name: _forms(name, keys, short, initials) for name, keys in joined.items()}
    two = {name: tuple(one for one in shorts if len(one) == TWO) for name, shorts in initials.items()}
    return Namesakes(meant, forms, two)


def _forms(
    name: str, keys: set[str], short: Mapping[str, set[str]], initials: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The folded forms of one name; a short form that several names share is none."""
    own = {form for form, names in short.items() if names == {name}}
    return tuple(sorted(keys | own | {phrase(one) for one in initials.get(name, ()) if len(one) > TWO}))


def _longer(key: str, spellings: Mapping[str, object], heads: frozenset[str]) -> str:
    """The one longer name that says no more than this: "Marlow State" is Marlow State University."""
    own = set(key.split())
    found = [other for other in spellings if other.startswith(key + " ") and set(other.split()) - own <= heads]
    return found[0] if len(found) == 1 else key


def _shown(spellings: Iterable[str]) -> str:
    """The spelling that answers use: the longest, without its brackets."""
    return max((BRACKETS.sub("", name) for name in spellings), key=len)


def is_proper(name: str) -> bool:
    """Whether a name is written with capitals throughout: "Iron Pan Trade School", not "Online master's in design"."""
    return all(word in LITTLE or not word[0].islower() for word in re.findall(r"[^\W\d_]\w*(?:['’]\w+)*", name))


def _shortened(key: str, heads: frozenset[str], ordinary: Callable[[str], bool], small: Collection[str]) -> set[str]:
    """What people leave of a name: its first words, the first alone where no guide writes it small, or one word that the
    language does not know otherwise.
    """
    own = [word for word in key.split() if word not in heads | LITTLE]
    firsts = {" ".join(own[:width]) for width in range(2, len(own) + 1)}
    if len(own) > 1 and own[0].isalpha() and own[0] not in small and not OF_MANY.fullmatch(own[0]):
        firsts |= {own[0]} if len(own[0]) >= LEAST_LETTERS else set()
    return firsts | {word for word in own if len(word) >= LEAST_LETTERS and word.isalpha() and not ordinary(word)}


def _initials(
    meant: Mapping[str, str], texts: tuple[str, ...], ordinary: Callable[[str], bool]
) -> dict[str, tuple[str, ...]]:
    """Short names in brackets behind a name, in a table or in a sentence; else its capitals, else its first letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for written, name in meant.items():
        bare = BRACKETS.sub("", written)
        behind = re.compile(re.escape(bare) + r",?\s*\(([^()]*)\)")
        said = [m for text in texts if bare in text for m in behind.findall(text)]
        said += [in_brackets(written)]
        found[name] |= {short for short in said if SHORT_NAME.fullmatch(short)} or _first_letters(bare, ordinary)
    return {name: tuple(sorted(shorts)) for name, shorts in found.items() if shorts}


def _first_letters(bare: str, ordinary: Callable[[str], bool]) -> set[str]:
    """ "KTH" of KTH Royal Institute of Technology, "DCU" of Dublin City University; none that is a word of the language."""
    if not is_proper(bare) or not any(map(str.islower, bare)):
        return set()
    written = set(CAPITALS.findall(bare))
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+", bare) if word.casefold() not in LITTLE)
    made = written or ({letters.upper()} if len(letters) >= LEAST_INITIALS else set())
    return {short for short in made if written or not ordinary(short.lower())}
