"""The checks that a reply is held against: each a small pure function that gives its reason in words."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor import Answer, Figure
from evals.case import Case
from evals.equations import holds
from evals.supporting import shown_by, stretches
from evals.wording import figures, long_words, plain, says, values, word_count

FEW_WORDS = 4  # a stretch with fewer words of its own is judged by its figures alone
SHARED = 0.2  # of those words at least this share stands in the passages that it cites


@dataclass(frozen=True)
class Verdict:
    """What one check found; the reason is empty where all is well."""

    check: str
    reason: str = ""

    @property
    def passed(self) -> bool:
        """Whether the check found nothing wrong."""
        return not self.reason


def facts_present(case: Case, answer: Answer) -> str:
    """Every fact of the case is said, in one of its forms."""
    text = plain(answer.text)
    missing = [" or ".join(forms) for forms in case.facts if not any(says(text, form) for form in forms)]
    return f"does not say {'; '.join(missing)}" if missing else ""


def wrong_absent(case: Case, answer: Answer) -> str:
    """Nothing is said that the case calls wrong, and not the reply that was rejected before."""
    text = plain(answer.text)
    found = [wrong for wrong in case.wrong if says(text, wrong)]
    if case.rejected is not None and plain(case.rejected) == text:
        return "is the reply that was rejected"
    return f"says {'; '.join(found)}" if found else ""


def right_guide_cited(case: Case, answer: Answer) -> str:
    """One of the guides that hold the answer is cited."""
    wanted = {source.guide for source in case.sources}
    cited = {citation.guide for citation in answer.citations}
    if not wanted or wanted & cited:
        return ""
    return f"cites {', '.join(sorted(cited)) or 'nothing'} and not {' or '.join(sorted(wanted))}"


def citations_support(case: Case, answer: Answer) -> str:
    """What stands before a mark is about what the passage says, and every figure in it is the passage's or is shown."""
    others = frozenset(value for figure in answer.figures if figure.kind != "quoted" for value in values(figure.text))
    for stretch in stretches(answer):
        if not stretch.citations:
            continue
        shown = "\n".join(map(shown_by, stretch.citations))
        said = frozenset(value for message in case.messages for value in values(message))
        loose = figures(stretch.words) - values(shown) - others - said
        if loose:
            return f"cites a passage without {_listed(loose)}: {_short(stretch.words)}"
        words = long_words(stretch.words)
        if len(words) >= FEW_WORDS and len(words & long_words(shown)) < len(words) * SHARED:
            return f"cites a passage about something else: {_short(stretch.words)}"
    return ""


def figures_verified(case: Case, answer: Answer) -> str:
    """Every figure is listed with why it may be shown, and the reason holds when it is gone through again."""
    listed = frozenset(value for figure in answer.figures for value in values(figure.text))
    said = frozenset(value for message in case.messages for value in values(message))
    places = frozenset(range(1, 1 + (len(answer.table.rows) if answer.table else 0)))  # of numbered rows
    names = frozenset(value for c in answer.citations for value in values(f"{c.title} {c.publisher} {c.section}"))
    loose = figures(plain(answer.text)) - listed - said - places - names
    if loose:
        return f"shows {_listed(loose)} without saying why"
    return next((reason for figure in answer.figures if (reason := _doubt(figure, answer, said | places))), "")


def _doubt(figure: Figure, answer: Answer, said: frozenset[float]) -> str:
    shown = frozenset(v for c in answer.citations if c.number in figure.citations for v in values(shown_by(c)))
    if figure.kind == "quoted" and values(figure.text) - shown:
        return f"quotes {figure.text} from a passage that does not have it"
    if figure.kind == "given" and values(figure.text) - said:
        return f"says {figure.text} as if the person had, who did not"
    if figure.kind == "computed" and not holds(figure.formula or ""):
        return f"shows {figure.text} with a sum that does not hold: {figure.formula or 'none'}"
    if figure.kind == "computed" and values(figure.text) - values(figure.formula or ""):
        return f"shows {figure.text} with a sum that does not come to it: {figure.formula}"
    if figure.kind == "counted" and not figure.formula:
        return f"counts {figure.text} and does not say what"
    return ""


def status_right(case: Case, answer: Answer) -> str:
    """The reply is the kind of reply that it should be."""
    return "" if answer.status in case.status else f"is {answer.status} and not {' or '.join(case.status)}"


def short_enough(case: Case, answer: Answer) -> str:
    """The reply has no more words than a busy reader takes in."""
    count = word_count(answer.text)
    return "" if count <= case.words else f"has {count} words, more than {case.words}"


def disagreement_shown(case: Case, answer: Answer) -> str:
    """Guides that differ are shown to differ, and none that agree."""
    noted = any(note.kind == "disagreement" for note in answer.notes)
    if case.disagreement == "shown" and not noted:
        return "does not say that the guides differ"
    if case.disagreement == "none" and noted:
        return "says that the guides differ, and they do not"
    return ""


Check = Callable[[Case, Answer], str]
CHECKS: dict[str, Check] = {
    "facts present": facts_present,
    "wrong facts absent": wrong_absent,
    "right guide cited": right_guide_cited,
    "citations support": citations_support,
    "figures verified": figures_verified,
    "status right": status_right,
    "short enough": short_enough,
    "disagreement shown": disagreement_shown,
}


def judge(case: Case, answer: Answer) -> tuple[Verdict, ...]:
    """What every check says of a reply."""
    return tuple(Verdict(name, check(case, answer)) for name, check in CHECKS.items())


def _listed(numbers: frozenset[float]) -> str:
    return ", ".join(f"{number:,g}" if number < 1e6 else f"{number:,.0f}" for number in sorted(numbers))


def _short(words: str) -> str:
    return " ".join(words.split())[-80:]
