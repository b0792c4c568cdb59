"""Cases on disk: read with the line that is wrong, added with a name of their own, and a miss becomes one."""

from pathlib import Path

import pytest

from evals.adding import Known, missed
from evals.case import Case, Source
from evals.cases import append_case, of_slice, read_cases, write_case
from evals.errors import CasesError
from evals.outcomes import judged
from tests.evals.replies import GOOD, case

LINE = '{"name": "a", "slices": ["list"], "messages": ["hi"], "status": ["answered"]}'


def test_a_case_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{write_case(case('first', held=True, words=30))}\n\n{LINE}\n", "utf-8")
    first, second = read_cases(file)
    assert first == case("first", held=True, words=30)
    assert (second.words, second.held, second.disagreement) == (90, False, "either")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no case"),
        ("{", ":1 : Invalid JSON"),
        (LINE + "\n" + LINE, "names a more than once"),
        (LINE + '\n{"name": "b"}', ":2 slices: Field required"),
        (LINE.replace('"hi"', ""), "messages: Tuple should have at least 1 item"),
        (LINE.replace("answered", "maybe"), "status.0"),
        (LINE.replace("messages", "mesages"), "Field required"),
        (LINE.replace('"hi"', '"  "'), "messages.0"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(text, "utf-8")
    with pytest.raises(CasesError) as raised:
        read_cases(file)
    assert says in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="cannot be read"):
        read_cases(tmp_path / "none.jsonl")


def test_a_slice_that_no_case_is_in_is_refused_with_those_there_are() -> None:
    cases = (case("a"), case("b", slices=("list",)))
    assert [one.name for one in of_slice(cases, "list")] == ["b"]
    with pytest.raises(CasesError, match="there are figure, list, look_up"):
        of_slice(cases, "lists")


def test_a_case_is_put_below_the_others_once(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(LINE, "utf-8")  # without a last line break
    assert append_case(case("new"), file) == 2
    assert [one.name for one in read_cases(file)] == ["a", "new"]
    with pytest.raises(CasesError, match="another --name"):
        append_case(case("new"), file)


def test_a_miss_fails_until_the_reply_is_another() -> None:
    made = missed(("hi", "how much is the Harbor one?!"), GOOD, Known())
    assert (made.name, made.slices) == ("how-much-is-the-harbor-one", ("miss",))
    assert [fault.reason for fault in judged(made, (GOOD,)).faults] == ["is the reply that was rejected"]


def test_what_is_known_of_the_right_reply_is_held_against_it() -> None:
    known = Known("fee", ("look_up",), ("$1,300 | 1.3k",), ("$1,200",), ("pilot: Schools", "almanac"), ("answered",))
    made = missed(("fee?",), GOOD, known)
    assert made == Case(
        name="fee",
        slices=("look_up",),
        messages=("fee?",),
        facts=(("$1,300", "1.3k"),),
        wrong=("$1,200",),
        sources=(Source(guide="pilot", heading="Schools"), Source(guide="almanac")),
        status=("answered",),
        rejected=GOOD.text,
    )


def test_a_miss_of_which_something_impossible_is_said_is_refused() -> None:
    with pytest.raises(CasesError, match="no case can be made of this: status"):
        missed(("fee?",), GOOD, Known(status=("perhaps",)))
