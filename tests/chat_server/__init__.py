"""A chat model's server on loopback that says what a script tells it to, over OpenAI's wire and Ollama's."""

from tests.chat_server.asked import Asked, Message, Offered, Protocol, Used
from tests.chat_server.scripts import failing, in_turn, obedient, saying
from tests.chat_server.server import ChatServer, chat_server
from tests.chat_server.steps import (
    Call,
    Cut,
    Drip,
    Endless,
    Fail,
    Finish,
    Garbage,
    Gate,
    Hang,
    Refuse,
    Say,
    Script,
    Step,
)

__all__ = [
    "Asked", "Call", "ChatServer", "Cut", "Drip", "Endless", "Fail", "Finish", "Garbage", "Gate", "Hang", "Message",
    "Offered", "Protocol", "Refuse", "Say", "Script", "Step", "Used", "chat_server", "failing", "in_turn", "obedient",
    "saying",
]  # fmt: skip
