"""A script's steps carried out, one after the other."""

from collections.abc import Iterable

from tests.chat_server.answers import Answer
from tests.chat_server.line import Line
from tests.chat_server.speech import pieces
from tests.chat_server.steps import Call, Cut, Drip, Endless, Fail, Finish, Garbage, Hang, Refuse, Say, Step

Part = Say | Drip | Endless | Refuse | Call | Garbage


def give(answer: Answer, steps: Iterable[Step], line: Line) -> None:
    """Do step after step up to the one that ends."""
    for step in steps:
        match step:
            case Finish(reason):
                return answer.finish(reason)
            case Cut(tidy):
                return answer.cut(tidy)
            case Fail():
                return answer.fail(step)
            case Hang():
                line.hang()
            case _:
                _give_part(answer, step, line)
    return answer.finish(None)


def _give_part(answer: Answer, step: Part, line: Line) -> None:
    match step:
        case Say(text):
            for piece in pieces(text) if text else [""]:
                answer.say(piece)
        case Drip(text, gate):
            for character in text:
                line.pause(gate)
                answer.say(character)
        case Refuse(text):
            for piece in pieces(text):
                answer.refuse(piece)
        case Call():
            answer.call(step)
        case Garbage(data):
            answer.spoil(data)
        case Endless(text):
            answer.repeat(text)
