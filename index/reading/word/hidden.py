"""Text that Word holds and does not show is taken out, before anybody could be quoted what no reader sees."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from index.reading.word.package import Parts, parse

TEXTS = {"document", "footnotes", "endnotes", "comments"}
OFF = {"0", "false", "off", "none"}
HIDING_MARKS = {"vanish", "specVanish"}
PAINTED = {"tbl", "txbxContent"}  # what is behind their text is told elsewhere
SMALLEST_HALF_POINTS = 4


def without_hidden(parts: Parts) -> Parts:
    """The parts with hidden, moved away, tiny and white text taken out."""
    styles = hiding_styles(parts)
    cleaned = dict(parts)
    for name, part in parts.items():
        if name.endswith(".xml") and local(root := parse(part)) in TEXTS:
            drop_hidden(root, styles)
            cleaned[name] = tostring(root, encoding="utf-8", xml_declaration=True)
    return cleaned


def hiding_styles(parts: Parts) -> set[str]:
    """The ids of the styles that hide their text."""
    return {
        attribute(style, "styleId")
        for name, part in parts.items()
        if name.endswith("styles.xml")
        for style in parse(part).iter()
        if local(style) == "style" and any(hides(one, painted=True) for one in style.iter())
    }


def drop_hidden(root: Element, styles: set[str]) -> None:
    """Take out of a part the runs, paragraphs and passages that nobody sees."""
    waiting = [(root, False)]
    while waiting:
        parent, painted = waiting.pop()
        painted = painted or local(parent) in PAINTED or is_shaded(parent)
        for child in list(parent):
            if is_hidden(child, styles, painted=painted or is_shaded(child)):
                parent.remove(child)
            else:
                waiting.append((child, painted))


def is_hidden(element: Element, styles: set[str], *, painted: bool) -> bool:
    """Whether an element of a part is not shown."""
    if local(element) == "moveFrom":
        return True
    if local(element) not in ("r", "p"):
        return False
    if any(local(one) in ("rStyle", "pStyle") and attribute(one, "val") in styles for one in properties(element)):
        return True
    return local(element) == "r" and any(hides(one, painted=painted) for one in properties(element))


def hides(mark: Element, *, painted: bool) -> bool:
    """Whether one property hides the text that it is set for."""
    value = attribute(mark, "val").lower()
    if local(mark) in HIDING_MARKS:
        return value not in OFF
    if local(mark) == "sz":
        return value.isdecimal() and int(value) < SMALLEST_HALF_POINTS
    return local(mark) == "color" and value == "ffffff" and not painted


def is_shaded(element: Element) -> bool:
    """Whether a color is set behind the element."""
    return any(local(one) in ("shd", "highlight") for one in properties(element))


def properties(element: Element) -> Iterator[Element]:
    """What is set for an element itself."""
    for child in element:
        if local(child) in ("rPr", "pPr", "tcPr"):
            yield from child


def local(element: Element) -> str:
    """An element's name without its namespace: Word writes two."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
