"""The furniture of a web page (navigation, cookie bars, sponsored boxes, forms) taken out; the main text found."""

import re

from index.reading.html.tree import HEADINGS, Element

NEVER_TEXT = {
    "applet", "area", "audio", "base", "button", "canvas", "col", "colgroup", "datalist", "dialog", "embed", "frame",
    "frameset", "iframe", "img", "input", "link", "map", "annotation", "menu", "meta", "meter", "nav", "noembed",
    "noframes", "noscript", "object", "option", "picture", "progress", "script", "select", "source", "style", "svg",
    "template", "textarea", "title", "track", "video",
}  # fmt: skip
BESIDE_TEXT = {"aside", "footer"}
ROLES = {
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation",
    "search", "toolbar",
}  # fmt: skip
FURNITURE_WORDS = {
    "ad", "ads", "adsbygoogle", "advert", "advertisement", "advertorial", "affiliate", "breadcrumb", "breadcrumbs",
    "cookie", "cookiebar", "cookies", "consent", "gdpr", "modal", "nav", "navbar", "navigation", "newsletter",
    "pagination", "popup", "promo", "promoted", "sidebar", "skip", "sponsor", "sponsored", "sponsors", "subscribe",
    "toc",
}  # fmt: skip
# Words that programs have in their names too ("social-work", "market-share") count only among their like.
SHARING = re.compile(
    r"(?:post|entry)?[-_]?(?:share|sharing|social)(?:[-_](?:share|sharing|buttons?|links?|icons?|media|bar|list))*"
)
QUESTION_BUTTONS = (*HEADINGS, "summary", "dt")
FORM_OF_A_WHOLE_PAGE = (*HEADINGS[:2], "main", "article", "table")
SPONSORED_LABELS = {
    "ad",
    "advertisement",
    "promoted",
    "sponsored",
    "sponsored content",
    "paid content",
    "sponsored post",
}
MOST_WORDS_OF_A_BOX = 120
MOST_SHARE_OF_FURNITURE = 0.6
LEAST_SHARE_OF_MAIN = 0.3


def drop_furniture(page: Element) -> None:
    """Take out of the tree whatever stands around the text."""
    most = MOST_SHARE_OF_FURNITURE * len(page.text)
    waiting = [(page, False)]
    while waiting:
        parent, inside = waiting.pop()
        inside = inside or parent.name in ("main", "article")
        parent.children = [
            child
            for child in parent.children
            if isinstance(child, str)
            or not is_furniture(child, inside)
            or (child.name == "button" and parent.name in QUESTION_BUTTONS)
            or (is_named_furniture(child) and child.name not in NEVER_TEXT and len(child.text) > most)
        ]
        waiting.extend((child, inside) for child in parent.elements)
    drop_labelled(page)


def main_text(page: Element) -> Element:
    """The element that holds the text: `main`, else the one article, unless most of the words stand elsewhere."""
    least = LEAST_SHARE_OF_MAIN * len(page.text)
    mains = [one for one in page.walk() if one.name == "main" or one.attributes.get("role") == "main"]
    articles = page.find("article")
    for candidates in (mains, articles if len(articles) == 1 else []):
        longest = max(candidates, key=lambda one: len(one.text), default=None)
        if longest is not None and len(longest.text) >= least:
            return longest
    return page


def is_furniture(element: Element, inside: bool) -> bool:
    """Whether the element is no part of the text; `inside` tells that it stands within the main text."""
    if element.name in NEVER_TEXT:
        return True
    if element.name in ("html", "body", "main", "article") or element.find("h1", "main"):
        return False
    if element.name in BESIDE_TEXT or (element.name == "header" and not inside):
        return True
    if element.name == "form":
        return not element.find(*FORM_OF_A_WHOLE_PAGE)
    return element.attributes.get("role", "").lower() in ROLES or is_named_furniture(element)


def is_named_furniture(element: Element) -> bool:
    """Whether a class or the id says so: "cookie-banner", "sponsoredBox"; not "has-sidebar"."""
    if element.name in ("table", "tbody", "tr", "td", "th", *HEADINGS):
        return False
    named = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    for token in named.split():
        words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", token)
        first = words[0].lower() if words else ""
        furniture = FURNITURE_WORDS & {word.lower() for word in words} or SHARING.fullmatch(token.lower())
        if furniture and first not in ("has", "no", "with", "without"):
            return True
    return False


def drop_labelled(page: Element) -> None:
    """Take out each small box that opens with a line of its own saying that it is sponsored."""
    waiting = [page]
    while waiting:
        parent = waiting.pop()
        parent.children = [child for child in parent.children if isinstance(child, str) or not is_labelled(child)]
        waiting.extend(parent.elements)


def is_labelled(box: Element) -> bool:
    """Whether the element is a box whose first line is such a label."""
    if box.name not in ("div", "section", "figure", "li") or not box.elements:
        return False
    if box.elements[0].text.strip(" :.-").lower() not in SPONSORED_LABELS:
        return False
    return len(box.text.split()) <= MOST_WORDS_OF_A_BOX and not box.find("h1", "main", "article")
