"""Sums put into words: the arithmetic with what went in, and the guides' own formula where they give one."""

from advisor.answering.passages import choose
from advisor.arithmetic.costs import read_sum
from advisor.draft import Block, Claim, Paragraph
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.vectors import Vector

FORMULA_FIT = 0.35
ON_TOP = 0.72  # so close is a heading that asks what comes on top


def answer_sum(frame: Frame, vector: Vector, shelf: Shelf) -> Part:
    """The sum, its inputs shown, and what comes on top."""
    found = read_sum(frame.text)
    if found is None:
        text = "Give me the numbers, such as courses, credits and the price of a credit, and I will work it out."
        return Part(frame, "clarify", (Paragraph((Claim(text, kind="plain"),)),))
    blocks: list[Block] = [Paragraph((Claim(f"{found.formula}.", (), "computed", found.formula),))]
    extra = choose(frame, shelf.vectors(["which costs come on top of tuition"])[0], shelf, shelf.knowledge, most=1)
    asked = extra and extra[0].heading >= ON_TOP and extra[0].score >= FORMULA_FIT
    if asked and extra[0].chunk.kind != "row":
        chunk = extra[0].chunk
        items = [quote.text.rstrip(".") for quote in extra[0].quotes if quote.item]
        text = extra[0].quotes[0].text
        text = f"{text} {'; '.join(items)}" if text.endswith(":") and items else text.rstrip(":")
        blocks.append(Paragraph((Claim(text.rstrip(".") + ".", (chunk.id,)),)))
    del vector
    return Part(frame, "answered", tuple(blocks), (), frozenset({"cost"}))
