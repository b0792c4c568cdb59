"""The sources of an answer as lines: which marks, which guide, from when, under which heading; and who wrote it."""

from collections.abc import Sequence

from advisor.answer import Answer, Citation


def source_lines(citations: Sequence[Citation]) -> list[str]:
    """The guides in the order in which they are first cited, under each its sections with their marks."""
    guides = dict[str, dict[str, str]]()
    for citation in citations:
        sections = guides.setdefault(guide_line(citation), {})
        sections[citation.section] = f"{sections.get(citation.section, '')}[{citation.number}]"
    return [
        line
        for guide, sections in guides.items()
        for line in (guide, *(f"  {marks} {section}" for section, marks in sections.items()))
    ]


def guide_line(citation: Citation) -> str:
    """A guide as a reader knows it again: title, publisher, date."""
    return f"{citation.title} ({citation.publisher}, {citation.updated or 'undated'})"


def origin_line(citation: Citation) -> str:
    """A mark and all that is known of where it points to."""
    known = [f"[{citation.number}] {guide_line(citation)}", citation.author, citation.url]
    return ", ".join(part for part in known if part)


def printable(text: str) -> str:
    """The text without characters that would act on a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " * c.isspace() for c in text)


def written_by(answer: Answer) -> list[str]:
    """Who wrote an answer, where a model was asked: what became of its sentences, and why it stopped, if it did."""
    model = answer.model
    if model is None:
        return []
    told = [f"{many} {fate}" for many, fate in ((model.replaced, "replaced"), (model.left_out, "left out")) if many]
    told += [f"{model.name}: {model.failure}"] if model.failure else []
    told += ["from memory"] if model.cached else []
    return ["; ".join([answer.engine, *told])]
