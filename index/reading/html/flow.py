"""A page as a plain run of blocks: headings, paragraphs, lists, quotes, code, rectangular tables and nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from index.reading.html.inline import BULLETED, Node, drop_marks, is_listing, paragraphs, without_bullet
from index.reading.html.tables import is_layout, plain_blocks
from index.reading.html.tree import BLOCKS, HEADINGS, Element

MOST_WORDS_IN_A_PAIR = 40
DEEPEST_LIST = 4
LOWEST = len(HEADINGS)


@dataclass
class Flow:
    """The blocks so far, and what the next caption needs to know about the section it stands in."""

    blocks: list[Element] = field(default_factory=list)
    level: int = 1
    has_table: bool = False
    quoted: bool = False
    depth: int = 0  # of lists in lists

    def fill(self, nodes: Iterable[Node]) -> None:
        """Add the nodes as blocks; neighbouring words and inline elements make one paragraph."""
        run: list[Node] = []
        for node in nodes:
            if isinstance(node, Element) and is_block(node):
                self.add_words(run)
                PLACES.get(node.name, place_contents)(self, node)
                run = []
            else:
                run.append(node)
        self.add_words(run)

    def add_words(self, nodes: list[Node]) -> None:
        """Add the paragraphs and the lists that inline nodes make; a quotation keeps its lines."""
        for lines in paragraphs(nodes):
            bulleted = BULLETED.match(Element("p", children=lines[0]).text)
            if not self.quoted and (bulleted or is_listing(lines)):
                self.add_items([Element("li", children=without_bullet(line)) for line in lines])
            else:
                between: Node = Element("br") if self.quoted else " "
                words = [node for line in lines for node in (*line, between)]
                self.blocks.append(Element("p", children=words[:-1]))

    def add_items(self, items: list[Element]) -> None:
        """Add list items, to the list before them where that was made of bullets too."""
        if self.blocks and self.blocks[-1].name == "ul" and "bullets" in self.blocks[-1].attributes:
            self.blocks[-1].children += items
        else:
            self.blocks.append(Element("ul", {"bullets": ""}, list[Node](items)))

    def add_heading(self, text: str, level: int) -> None:
        """Add a heading that has words."""
        if text:
            self.blocks.append(Element(f"h{min(level, LOWEST)}", children=[text]))
            self.has_table = False

    def add_caption(self, text: str) -> None:
        """Name the table to come: by a sentence, or by a heading where the section has a table already."""
        if self.has_table:
            self.add_heading(text, self.level + 1)
        else:
            self.add_words([text if text.endswith((".", ":", "?", "!")) else f"{text}."])


def flow(page: Element) -> list[Element]:
    """The page's blocks in reading order."""
    drop_marks(page)
    whole = Flow()
    whole.fill(page.children)
    return whole.blocks


def is_block(element: Element) -> bool:
    """Whether the element breaks a paragraph, by itself or by what it holds."""
    return any(one.name in BLOCKS for one in element.walk())


def place_contents(here: Flow, element: Element) -> None:
    """A box that means nothing by itself gives way to what it holds."""
    here.fill(element.children)


def place_heading(here: Flow, element: Element) -> None:
    """A heading opens a section."""
    here.level = int(element.name[1])
    here.add_heading(element.text, here.level)


def place_table(here: Flow, element: Element) -> None:
    """A table of values is made rectangular; one that only arranges the page gives way to its cells."""
    if is_layout(element):
        here.fill(element.children)
        return
    for block in plain_blocks(element):
        if block.name == "caption":
            here.add_caption(block.text)
        elif block.name == "divider":
            here.add_heading(block.text, here.level + 1)
        else:
            here.blocks.append(block)
            here.has_table = here.has_table or block.name == "table"


def place_list(here: Flow, element: Element) -> None:
    """A list stays a list; one whose items hold headings or tables is a row of cards and gives way to them."""
    if element.find("table", *HEADINGS):
        here.fill(element.children)
        return
    items: list[Element] = []
    for entry in element.elements:
        item = item_of(entry, here.depth + 1)
        if items and all(isinstance(node, Element) and node.name in ("ul", "ol") for node in item.children):
            items[-1].children += item.children
        elif item.children:
            items.append(item)
    if items:
        here.blocks.append(Element(element.name, {"start": element.attributes.get("start", "1")}, list[Node](items)))


def item_of(entry: Element, depth: int) -> Element:
    """A list item: its words in one run, then the lists in it; lists nested past reading are run into the words."""
    inner = Flow(depth=depth)
    inner.fill([entry] if entry.name in ("ul", "ol") else entry.children)
    words: list[Node] = []
    lists: list[Node] = []
    for block in inner.blocks:
        if block.name in ("ul", "ol") and depth < DEEPEST_LIST:
            lists.append(block)
        else:
            words += [" ", *(block.children if block.name == "p" else [block.text])]
    return Element("li", children=[*words[1:], *lists])


def place_quote(here: Flow, element: Element) -> None:
    """A quotation stays apart, unless it holds sections of its own or stands in another."""
    if here.quoted or element.find("table", *HEADINGS):
        here.fill(element.children)
        return
    inner = Flow(quoted=True)
    inner.fill(element.children)
    if inner.blocks:
        here.blocks.append(Element("blockquote", children=list[Node](inner.blocks)))


def place_code(here: Flow, element: Element) -> None:
    """Preformatted text keeps its lines."""
    text = "".join(element.pieces()).strip("\n")
    if text.strip():
        here.blocks.append(Element("pre", children=[Element("code", children=[text])]))


def place_definitions(here: Flow, element: Element) -> None:
    """Short terms make a list of "Term: definition", questions and long answers make sections."""
    entries = [one for one in element.find("dt", "dd") if one.text]
    short = all(len(one.text.split()) <= MOST_WORDS_IN_A_PAIR and not one.text.endswith("?") for one in entries)
    items: list[Element] = []
    for entry in entries:
        if entry.name == "dt" and not short:
            here.add_heading(entry.text, here.level + 1)
        elif not short:
            here.fill(entry.children)
        elif entry.name == "dt" or not items:
            items.append(Element("li", children=[entry.text]))
        else:
            apart = "; " if len(items[-1].children) > 1 else " " if items[-1].text.endswith(":") else ": "
            items[-1].children += [apart, entry.text]
    if items:
        here.blocks.append(Element("ul", children=list[Node](items)))


def place_summary(here: Flow, element: Element) -> None:
    """What unfolds an answer is the answer's heading."""
    here.add_heading(element.text, here.level + 1)


def place_nothing(_here: Flow, _element: Element) -> None:
    """A rule between paragraphs says nothing."""


PLACES: dict[str, Callable[[Flow, Element], None]] = {
    **dict.fromkeys(HEADINGS, place_heading),
    **dict.fromkeys(("ul", "ol"), place_list),
    "table": place_table,
    "blockquote": place_quote,
    "pre": place_code,
    "dl": place_definitions,
    "summary": place_summary,
    "hr": place_nothing,
}
