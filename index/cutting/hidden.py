"""HTML inside Markdown, followed tag by tag as far as it takes to tell what it hides."""

import re

TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^>]*?)(?P<alone>/?)>", re.DOTALL)
# Bare, these only change how their words look; with attributes they can hide them.
LOOKS = re.compile("abbr|b|cite|code|em|i|kbd|mark|q|s|small|strong|sub|sup|u")
ALONE = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
# HTML closes these by itself where the next block begins.
CLOSES_ITSELF = re.compile("p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|body|html|head")
NONE = re.compile(r"(?!)")


class Hidden:
    """The HTML elements that are open here; while there is one, nothing is shown."""

    def __init__(self) -> None:
        self.open: list[str] = []

    def __bool__(self) -> bool:
        return bool(self.open)

    def meet(self, html: str, ignored: re.Pattern[str] = NONE) -> None:
        """Follow the tags of a piece of HTML."""
        for tag in TAG.finditer(html):
            name = tag["name"].lower()
            looks = LOOKS.fullmatch(name) and not tag["rest"].strip() and name not in self.open
            leaves_open = not (tag["close"] or tag["alone"] or looks or ALONE.fullmatch(name))
            if tag["close"] and name in self.open:
                del self.open[len(self.open) - 1 - self.open[::-1].index(name) :]
            elif leaves_open and not ignored.fullmatch(name):
                self.open.append(name)
