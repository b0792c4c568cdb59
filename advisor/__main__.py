"""The command line of the advisor room: ask once, hold a conversation, see whether all is well."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from rich.console import Console

from advisor.bootstrap import Settings, open_adviser, read_settings
from advisor.errors import AdviserError, MessageError
from advisor.message import read_message
from advisor.terminal.doctor import examine
from advisor.terminal.pipe import new_id, reply_lines
from advisor.terminal.screen import Screen
from advisor.terminal.talking import chat, typed_lines
from advisor.wire import reply_json
from index import LibraryError, SettingError
from index.calling import FAILED, FINE, WRONG_CALL, CommandParser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        settings = read_settings()
        if asked.command == "ask":
            _ask(settings, read_message(asked.message), as_json=asked.json)
        elif asked.command == "chat":
            _chat(settings, as_json=asked.json)
        else:
            for line in examine(settings):
                print(line)
        sys.stdout.flush()
    except (LibraryError, AdviserError) as error:
        sys.stdout.flush()
        print(f"error: {error}", file=sys.stderr)
        return WRONG_CALL if isinstance(error, SettingError | MessageError) else FAILED
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # the reader of our output left, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return FINE


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="python -m advisor", description="Questions answered from the guides, every figure cited."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", help="answer one message")
    ask.add_argument("message", help="a question, or anything else one would write")
    ask.add_argument("--json", action="store_true", help="the reply for programs, as HTTP gives it")
    talk = commands.add_parser("chat", help="hold a conversation; /help in it lists its commands")
    talk.add_argument(
        "--json",
        action="store_true",
        help='for programs: a line {"message": "…", "conversation_id": "…" or null} in, a reply line out',
    )
    commands.add_parser("doctor", help="every setting with where it came from, the index, and what is wrong")
    return parser


def _ask(settings: Settings, message: str, *, as_json: bool) -> None:
    adviser = open_adviser(settings, build=True)
    if as_json:
        _speak_utf8()
        print(reply_json(adviser.ask(message), new_id(), new_id(), indent=2))
        return
    screen = Screen(Console())
    screen.below(screen.answer(adviser.stream(message)).answer, numbered=False)


def _chat(settings: Settings, *, as_json: bool) -> None:
    adviser = open_adviser(settings, build=True)
    if as_json:
        _speak_utf8()
        for line in reply_lines(sys.stdin.buffer, adviser):
            print(line, flush=True)
        return
    screen = Screen(Console())
    chat(adviser, screen, typed_lines(screen))


def _speak_utf8() -> None:
    """JSON is UTF-8, whatever the terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
