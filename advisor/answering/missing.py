"""What the guides do not give of things that stand beside each other, in as few sentences as it takes."""

from collections.abc import Mapping, Sequence

from advisor.answering.look_ups import MANY_LACK, say_lacking, say_unknown
from advisor.answering.nearest import sibling
from advisor.draft import Block
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.saying import GuideCard


def say_missing(
    lacking: Mapping[str, Sequence[Name]],
    frame: Frame,
    knowledge: Knowledge,
    guides: Mapping[str, GuideCard],
    *,
    alone: bool,
) -> list[Block]:
    """Who lacks which attribute, what the same ones lack said together; `alone` where nothing else is told of them."""
    together: dict[tuple[Name, ...], list[str]] = {}
    for attribute, names in lacking.items():
        if names:
            together.setdefault(tuple(names), []).append(attribute)
    blocks: list[Block] = []
    for names, attributes in together.items():
        if len(names) >= MANY_LACK:
            blocks.append(say_lacking(names, attributes, knowledge))
            continue
        near = alone or any(sibling(names[0], attribute, frame, knowledge) for attribute in attributes)
        blocks += say_unknown(names[0], attributes, frame, knowledge, guides, near=near)
    return blocks
