"""The widget as a person meets it, in a page."""

from playwright.sync_api import Locator, Page, expect

ELEMENT = (
    '<script type="module" src="{server}/widget/advisor-chat.js"></script><advisor-chat {attributes}></advisor-chat>'
)


def host_page(server: str, attributes: str = 'mode="inline"', head: str = "", lang: str = 'lang="en"') -> str:
    """A page of a school that carries the widget."""
    element = ELEMENT.format(server=server, attributes=attributes)
    return (
        f"<!doctype html><html {lang}><head><meta charset=utf-8><title>A school</title>"
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{head}</head>'
        f"<body><main><h1>A school</h1><p>Words of its own.</p>{element}</main></body></html>"
    )


class Chat:
    """What a person does and sees."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("advisor-chat")
        self.panel = self.root.locator("[part=panel]")
        self.bubble = self.root.locator("[part=bubble]")
        self.input = self.root.get_by_role("textbox", name="Your question")
        self.turns = self.root.locator(".turn")
        self.scroller = self.root.get_by_role("region", name="Conversation")
        self.voice = self.root.get_by_role("log")
        self.chips = self.root.locator("[part=profile]")

    @property
    def last(self) -> Locator:
        """The last question with its answer."""
        return self.turns.last

    def type(self, question: str) -> None:
        """Write a question and send it."""
        self.input.fill(question)
        self.input.press("Enter")

    def ask(self, question: str) -> Locator:
        """Ask, and wait for the whole reply."""
        before = self.turns.count()
        self.type(question)
        expect(self.turns).to_have_count(before + 1)
        expect(self.last.locator(".tools")).to_be_visible()
        return self.last

    def button(self, name: str) -> Locator:
        """A button by what it is called."""
        return self.root.get_by_role("button", name=name)
