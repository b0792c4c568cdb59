"""A small world of sailing schools: two guides and a vocabulary in which nothing is about machine learning."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from advisor.answer import Status
from advisor.draft import Bullets, Claim, DraftNote, DraftTable, Paragraph
from advisor.frame import Frame
from advisor.gathering import build_knowledge
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.proving.verification import verify
from advisor.saying import GuideCard
from advisor.shelf import Shown
from advisor.understanding.mentions import Mentions, find_mentions
from advisor.understanding.understand import Understanding, understand
from index import Chunk
from index.cutting.cutter import cut
from index.guides import Guide
from index.rows import read_rows
from index.vocabulary import parse_vocabulary

WORDS = """
subjects:
  school:
    Blue Harbor Sailing School: [Blue Harbor, BHS, bhs]
    North Wind Academy: [North Wind, "NW"]
    North Shore Sailing: [North Shore]
    Gull Point Club: [Gull Point]
    Kestrel Yachting: [Kestrel]
  other_school: {Kraken Divers: [Kraken]}
  coast: {Cornwall: [], Brittany: [], Devon: []}
ambiguous: {North: [North Wind Academy, North Shore Sailing]}
attributes:
  price:
    {label: price, unit: money, periods: [total, year], headers: [total price, price per year], asked: [price, cost, how much],
     better: low, of: [school], least: [cheapest, cheaper], most: [dearest], topic: cost, says: "{subject} costs {value}"}
  boats: {label: boats, unit: number, headers: [boats], asked: [boats, how many boats], better: high, of: [school]}
  swim:
    {label: swimming test, unit: choice, headers: [swimming test], asked: [swimming test, swim test], of: [school],
     values: {required: ["yes"], not required: ["no"]}, topic: admission}
  passed: {label: pass rate, unit: percent, headers: [pass rate], asked: [pass rate], better: high, of: [school], topic: standing}
  length: {label: length, unit: duration, headers: [length], asked: [how long, length], of: [school], topic: study}
  place: {label: place, unit: rank, headers: [place], asked: [ranking, place], better: low, of: [school], topic: standing}
  meals: {label: meal price, unit: money, asked: [meals], of: [school], topic: cost}
conditions:
  - {words: [no swimming test, without a swimming test], attribute: swim, is: not required}
  - {words: [swimmers only], attribute: swim, is: required}
life_facts:
  - {words: [cannot swim, "can't swim"], profile: swimming, text: cannot swim, attribute: swim, is: not required,
     assumes: a school without a swimming test}
kinds: {school: [academy, academies, option]}
topics: {weather: [forecast, weather]}
"""
PILOT = """# Pilot
## Schools
| School | Coast | Total price (USD) | Boats | Swimming test | Pass rate (%) |
|---|---|---|---|---|---|
| Blue Harbor Sailing School | Cornwall | $2,400 | 12 | Yes | 91 |
| North Wind Academy | Devon | $3,100 | 20 | No | 84 |
| North Shore Sailing | Cornwall | $1,800 | 7 | No | – |
| Gull Point Club | Brittany | – | 9 | Yes | 91 |

> Check: The Pilot says $2,400 for Blue Harbor Sailing School, but its price list adds a deposit; ask the school.

## Programs
| School | Program | Total price (USD) | Length |
|---|---|---|---|
| Kestrel Yachting | Coastal Skipper | $4,000 | 3 months |
| Kestrel Yachting | Ocean Navigation | $6,500 | 6 months |

## 2025 ranking
| School | Place |
|---|---|
| North Shore Sailing | 1 |
| Gull Point Club | 2 |
| North Wind Academy | 3 |

## 2026 ranking
| School | Place |
|---|---|
| North Wind Academy | 1 |
| Blue Harbor Sailing School | 2 |
| North Shore Sailing | 3 |

## Coasts
| Coast | Wind |
|---|---|
| Cornwall | Strong |
| Brittany | Mild |

## What should I bring on board?
Bring soft shoes and a windproof jacket. Hard soles scratch the deck.
"""
TIDE = """# Tide
## Yearly prices
| School | Price per year (USD) | Swimming test | Boats |
|---|---|---|---|
| Blue Harbor Sailing School | $900 | Yes | 14 |
| North Wind Academy | $1,250 | Yes | 20 |

## 2021 fleet
| School | Length |
|---|---|
| Gull Point Club | 4 months |
"""
BLUE, WIND, SHORE, GULL, KESTREL = (
    Name("school", name)
    for name in (
        "Blue Harbor Sailing School",
        "North Wind Academy",
        "North Shore Sailing",
        "Gull Point Club",
        "Kestrel Yachting",
    )
)


@cache
def world() -> tuple[Knowledge, Mapping[str, GuideCard], Shown]:
    """The two guides cut, their rows joined, and everything that an answer may show of them."""
    vocabulary = parse_vocabulary(WORDS)
    guides = [_guide("pilot", PILOT), _guide("tide", TIDE)]
    chunks: list[Chunk] = [chunk for guide in guides for chunk in cut(guide, vocabulary, _pieces, 512)]
    passages = {chunk.id: chunk for chunk in chunks}
    names = {guide.slug: (guide.slug, guide.publisher, guide.title) for guide in guides}
    cards = {g.slug: GuideCard(g.slug, g.title, g.publisher, g.author, g.published, g.updated, g.url) for g in guides}
    return build_knowledge(vocabulary, read_rows(chunks).all, passages, names), cards, Shown(passages, cards)


def _guide(slug: str, body: str) -> Guide:
    day = date(2026, 5, 1)
    return Guide(slug, f"All about {slug}s", f"The {slug.title()}", None, None, day, None, None, body, slug)


def _pieces(text: str) -> int:
    return len(re.findall(r"\w{1,4}|[^\w\s]", text)) + 2


def is_common(word: str) -> bool:
    """Whether a word is one of the guides' own."""
    return word in world()[0].words


def mentioned(text: str) -> Mentions:
    """What a text names in the world."""
    return find_mentions(text, world()[0].lexicon, is_common)


def understood(text: str) -> Understanding:
    """A text read in the world, close to no example of any act."""
    return understand(text, world()[0], is_common, lambda texts: [{} for _ in texts])


def frame(text: str) -> Frame:
    """The one part of a text."""
    (one,) = understood(text).frames
    return one


def said(part: Part | None, message: str = "", status: Status = "answered") -> str:
    """All that a part says, after verification took nothing from it."""
    assert part is not None
    assert part.status == status
    verified = verify(part.blocks, world()[2], message)
    assert verified.dropped == ()
    return " ".join(line for block in verified.blocks for line in _lines(block))


def _lines(block: object) -> Sequence[str]:
    match block:
        case Paragraph(claims):
            return [claim.text for claim in claims]
        case Bullets(lead, items):
            return [claim.text for claim in (lead, *items) if isinstance(claim, Claim)]
        case DraftNote(kind, claim):
            return [f"[{kind}] {claim.text}"]
        case DraftTable(columns, rows):
            return [" | ".join(columns), *(" | ".join(cell.text for cell in row) for row in rows)]
    return []
