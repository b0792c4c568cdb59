"""Which guides speak of a subject, and in which of their tables or sections: "who mentions X"."""

import re
from collections.abc import Mapping

from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed
from advisor.words import phrase

Guides = Mapping[str, GuideCard]
VERB = r"(?:mentions?|covers?|lists?|names?|includes?|ha(?:s|ve)|talks? about|writes? about|speaks? (?:of|about)|says? (?:anything|something) (?:of|about)|knows?)"
NAMING = re.compile(
    rf"\b(?:which|what|wich|how many|any|do (?:all|any|both)(?: of)?(?: the| your)?)(?: of (?:the|your|these))?(?: guides?| sources?)?\b.{{0,20}}\b(?:guides?|sources?)\b.{{0,12}}\b{VERB}\b"
    rf"|\bwho (?:else )?(?:mentions|covers|lists|writes about|talks about)\b"
    rf"|\b(?:which|what|wich|how many) (?:of the )?(?:guides?|sources?) {VERB}\b"
    r"|\bin (?:any|which|what|how many|all)(?: of)?(?: the| your)? (?:guides?|sources?)\b",
    re.I,
)
MOST_SUBJECTS, MOST_LABELS = 2, 4


def answer_guides_naming(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The guides that name each subject; None where that is not asked."""
    if not NAMING.search(frame.text) or not frame.subjects or frame.attributes or frame.wishes or frame.order:
        return None
    blocks: list[Block] = []
    for name in frame.subjects[:MOST_SUBJECTS]:
        told = {guide: claim for guide in guides if (claim := _in_guide(name, guide, knowledge, guides))}
        silent = [guides[guide].publisher for guide in guides if guide not in told]
        if told:
            blocks.append(Bullets(Claim(f"{name.name} is named by:", kind="plain"), tuple(told.values())))
        text = f"{listed(silent)} {'does' if len(silent) == 1 else 'do'} not name {name.name}."
        blocks += [Paragraph((Claim(text, kind="plain"),))] if silent else []
    return Part(frame, "answered", tuple(blocks), frame.subjects)


def _in_guide(name: Name, guide: str, knowledge: Knowledge, guides: Guides) -> Claim | None:
    """What a guide's tables give of a subject; else that only its prose names it."""
    rows = [row for row in knowledge.rows.get(name, ()) if row.guide == guide]
    given = dict.fromkeys(label_of(c.attribute, knowledge) for row in rows for c in row.cells[1:] if c.known)
    if given:
        some = list(given)[:MOST_LABELS]
        rest = ", and more" if len(given) > MOST_LABELS else ""
        return Claim(f"{guides[guide].tag}: {', '.join(some)}{rest}", (rows[0].chunk_id,))
    forms = [form for form, names in knowledge.lexicon.subjects.items() if names == (name,)]
    chunks = (c for c in knowledge.chunks.values() if c.guide == guide and not c.check)
    found = next((c for c in chunks if any(f" {form} " in f" {phrase(c.spoken)} " for form in forms)), None)
    return Claim(f"{guides[guide].tag}: in passing only", (found.id,)) if found else None
