"""The headings of a page brought into the form of a guide: one title, two levels below it, no heading twice."""

from collections import Counter

from index.reading.html.tree import HEADINGS, Element

MOST_WORDS = 40  # more is a paragraph in large letters


def outline(blocks: list[Element], named: str | None) -> tuple[str | None, list[Element]]:
    """The page's title and its blocks below it; `named` is the title by the page's own metadata."""
    title, blocks = split_title(blocks, named)
    kinds = sorted({block.name for block in blocks if is_heading(block)})
    taken = Counter([(title or "").casefold()])
    section = ""
    outlined: list[Element] = []
    for block in blocks:
        if not is_heading(block):
            outlined.append(Element("p", children=block.children) if block.name in HEADINGS else block)
            continue
        top = block.name == kinds[0]
        text = unlike(block.text, section if not top else "", taken)
        section = text if top else section
        outlined.append(Element("h2" if top else "h3", children=[text]))
    return title, outlined


def split_title(blocks: list[Element], named: str | None) -> tuple[str | None, list[Element]]:
    """The title and the blocks without it: the only first-level heading, else the page's own name for itself."""
    tops = [block for block in blocks if block.name == "h1"]
    if len(tops) > 1 and named:
        tops = [block for block in tops if block.text.casefold() == named.casefold()]
    elif not tops and not named and blocks and is_heading(blocks[0]):
        tops = blocks[:1]
    if not tops:
        return named, blocks
    return tops[0].text, [block for block in blocks if block is not tops[0]]


def is_heading(block: Element) -> bool:
    """Whether the block is a heading and no paragraph in large letters."""
    return block.name in HEADINGS and len(block.text.split()) <= MOST_WORDS


def unlike(text: str, section: str, taken: Counter[str]) -> str:
    """The heading, told apart from an equal one by its section or a number."""
    names = [text, f"{text} ({section})"] if section else [text]
    while all(taken[name.casefold()] for name in names):
        taken[text.casefold()] += 1
        names = [f"{text} ({taken[text.casefold()]})"]
    name = next(name for name in names if not taken[name.casefold()])
    taken[name.casefold()] += 1
    return name
