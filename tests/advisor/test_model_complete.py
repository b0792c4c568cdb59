"""What was asked is told, once and in few words, whatever a model makes of it."""

import re
from collections.abc import Iterable, Iterator

import pytest

from advisor.conversation import Conversation
from advisor.shelf import Shelves
from index.bootstrap import Library
from tests.advisor.modelled import Modelled, modelled
from tests.chat_server import Asked, Say, Script, Step

PURDUE = "{School: Purdue University; Program}"
MOST_WORDS = 170


@pytest.fixture(scope="module")
def own(library: Library) -> Iterator[Modelled]:
    with modelled(Shelves(library)) as made:
        yield made


def tells(text: str) -> Script:
    """Says a text whose marks are given by what their passages hold."""

    def number(prompt: str, holds: str) -> str:
        passages = re.findall(r"\[(\d+)\] [^\n]*\n(.*?)(?=\n\n\[\d+\] |\n>>>)", prompt, re.S)
        return str(next(number for number, passage in passages if holds in passage))

    return lambda asked: [Say(re.sub(r"\{([^}]+)\}", lambda found: f"[{number(asked.prompt, found[1])}]", text))]


@pytest.mark.parametrize(
    ("question", "told", "wanted"),
    [
        ("what does purdue cost?", f"Purdue takes 30 credits {PURDUE}.", "22,500 in total"),
        ("purdue price and credits and gre?", f"Purdue costs ~$22,500 in total {PURDUE}.", "30"),
        ("purdue price and credits and gre?", f"Purdue costs ~$22,500 in total {PURDUE}.", "GRE"),
        ("what do I have to send in when I apply", "You need a statement of purpose {statement of purpose}.", "TOEFL"),
    ],
)
def test_what_the_model_leaves_out_is_told_by_the_program(own: Modelled, question: str, told: str, wanted: str) -> None:
    assert wanted in own.adviser(tells(told)).ask(question).answer.text


def test_a_premise_is_not_said_again_after_it_was_put_right(own: Modelled) -> None:
    adviser = own.adviser(tells("All programs want the GRE {quantitative GRE score}."))
    answer = adviser.ask("since all of them want the GRE, when do I take it").answer
    assert "All programs want the GRE" not in answer.text


def test_one_fact_is_told_once(own: Modelled) -> None:
    thrice = (
        f"Purdue takes 30 credits {PURDUE}. You need 30 credits at Purdue {PURDUE}. Purdue takes 30 credits {PURDUE}."
    )
    assert own.adviser(tells(thrice)).ask("purdue credits?").answer.text.count("30") == 1


def test_what_stands_in_for_a_sentence_is_not_told_again(own: Modelled) -> None:
    twice = f"Purdue is great for you:\nPurdue takes 30 credits {PURDUE}."
    assert own.adviser(tells(twice)).ask("purdue credits?").answer.text.count("30 credits") == 1


@pytest.mark.parametrize("text", ["Purdue takes 30 credits, " + "and the GRE is not required, " * 30, "a " * 580])
def test_one_sentence_is_no_way_round_the_limit_of_words(own: Modelled, text: str) -> None:
    answer = own.adviser(tells(f"{text} {PURDUE}.")).ask("purdue credits?").answer
    assert len(answer.text.split()) <= MOST_WORDS


def test_what_was_written_in_one_conversation_is_not_given_in_another(own: Modelled) -> None:
    def script(asked: Asked) -> Iterable[Step]:
        return tells(f"Purdue University takes 30 credits {PURDUE}.")(asked)

    adviser = own.adviser(script)
    first = adviser.recall("my divorce is soon, what does drexel cost?", Conversation())
    adviser.ask("how many credits does purdue take?", first)
    before = len(own.asked)
    adviser.ask("how many credits does purdue take?")
    assert len(own.asked) == before + 1
