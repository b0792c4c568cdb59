"""What a page holds and does not show is taken out, so that nobody is ever quoted what no reader could see."""

import re

from index.reading.html.styles import WHITE, Color, alike, color, declarations, hides, hiding_selectors
from index.reading.html.tree import Element

HIDING_CLASSES = {
    "a11y-hidden", "d-none", "display-none", "element-invisible", "hidden", "hide", "invisible", "is-hidden",
    "offscreen", "screen-reader-only", "screen-reader-text", "show-for-sr", "sr-only", "u-hidden",
    "visually-hidden", "visuallyhidden",
}  # fmt: skip
# "hidden md:block", "d-none d-lg-table": hidden on a small screen only.
SHOWN_WIDER = re.compile(r"(?:sm|md|lg|xl|2xl|xxl)[:-](?:block|flex|grid|inline|table|visible)")


def drop_hidden(page: Element) -> None:
    """Take out of the tree whatever a reader of the page cannot see."""
    sheets = " ".join(sheet.text for sheet in page.find("style"))
    selectors = hiding_selectors(sheets)
    waiting: list[tuple[Element, Color | None]] = [(page, WHITE)]
    while waiting:
        parent, ground = waiting.pop()
        kept: list[Element | str] = []
        for child in parent.children:
            if isinstance(child, str):
                kept.append(child)
                continue
            style = declarations(child.attributes.get("style", ""))
            own_ground = ground_of(child, style, ground)
            ink = color(style.get("color") or child.attributes.get("color"))
            if not (hides(style) or alike(ink, own_ground) or is_marked_hidden(child, selectors)):
                kept.append(child)
                waiting.append((child, own_ground))
        parent.children = kept


def ground_of(element: Element, style: dict[str, str], beneath: Color | None) -> Color | None:
    """The color behind the element's text; unknown where a class or id may paint it."""
    own = style.get("background-color") or style.get("background") or element.attributes.get("bgcolor")
    if own and own not in ("none", "transparent", "inherit", "initial"):
        return color(own)
    painted = element.name != "body" and ("class" in element.attributes or "id" in element.attributes)
    return None if painted else beneath


def is_marked_hidden(element: Element, selectors: set[str]) -> bool:
    """Whether an attribute, a class or a rule of the page's own style sheet hides the element."""
    attributes = element.attributes
    if "hidden" in attributes:
        return True
    # A saved page often has its content marked while a dialog stood open.
    if attributes.get("aria-hidden", "").lower() == "true" and not element.find("h1", "main"):
        return True
    classes = set(attributes.get("class", "").lower().split())
    if classes & HIDING_CLASSES and not any(SHOWN_WIDER.search(one) for one in classes):
        return True
    names = {f".{one}" for one in classes} | {f"#{attributes.get('id', '').lower()}"}
    return bool(names & selectors)
