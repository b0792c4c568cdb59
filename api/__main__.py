"""The command line of the api room: serve, and say what the guides could not answer."""

import argparse
import json
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import uvicorn

from advisor.bootstrap import open_shelves
from api.admin import as_model
from api.bootstrap import open_app, open_records
from api.errors import ApiError
from api.gaps import as_cases, find_gaps
from api.logs import log_to_stderr
from api.settings import Settings, read_settings
from index import LibraryError
from index.calling import FAILED, FINE, WRONG_CALL, CommandParser

GRACE = 20  # seconds that streams in flight have to finish


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        settings = read_settings()
        return _gaps(settings, asked) if asked.command == "gaps" else _serve(settings, asked)
    except LibraryError as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_CALL
    except ApiError as error:
        print(f"error: {error.detail}", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="python -m api", description="The adviser over HTTP; builds the index first where there is none."
    )
    parser.add_argument("--host", default="127.0.0.1", help="where it listens (default: this machine alone, 127.0.0.1)")
    parser.add_argument("--port", type=_within(0, 65_535), default=8000, help="default: 8000; 0 takes a free one")
    levels = ["debug", "info", "warning", "error"]
    parser.add_argument("--log-level", choices=levels, default="info", help="how much is logged (default: info)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    gaps = commands.add_parser("gaps", help="what people asked that the guides did not answer, or marked down")
    gaps.add_argument("--days", type=_within(1, 3_650), default=30, help="how far back to look (default: 30)")
    gaps.add_argument("--json", action="store_true", help="for programs")
    gaps.add_argument(
        "--export", type=Path, metavar="FILE", help="write them as cases for `python -m evals --cases FILE`"
    )
    return parser


def _within(least: int, most: int) -> Callable[[str], int]:
    """A whole number between two bounds, as argparse reads it."""

    def read(text: str) -> int:
        if not (text.isdecimal() and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text} is no whole number from {least} to {most}")
        return int(text)

    return read


def _serve(settings: Settings, asked: argparse.Namespace) -> int:
    log_to_stderr(asked.log_level)
    try:
        listening = _listen(asked.host, asked.port)
    except OSError as error:
        print(
            f"error: {asked.host}:{asked.port} cannot be used ({error.strerror}): name another --port", file=sys.stderr
        )
        return WRONG_CALL
    config = uvicorn.Config(
        open_app(settings, asked.host),
        log_config=None,
        access_log=False,
        proxy_headers=False,  # told apart by our own setting
        server_header=False,
        http="h11",  # bounds the head of a request; httptools reads headers without end
        ws="none",
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=20,
        h11_max_incomplete_event_size=64 * 1024,
    )
    host = f"[{asked.host}]" if ":" in asked.host else asked.host
    print(f"Advisor is at http://{host}:{listening.getsockname()[1]}", file=sys.stderr)
    uvicorn.Server(config).run(sockets=[listening])
    return FINE


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=2048)


def _gaps(settings: Settings, asked: argparse.Namespace) -> int:
    database, records = open_records(settings)
    database.migrate()
    shelf = open_shelves(settings).current()
    gaps = find_gaps(records.missed(asked.days), lambda texts: np.stack(shelf.vectors(texts)))
    if asked.export:
        try:
            asked.export.write_text(as_cases(gaps), "utf-8")
        except OSError as error:
            print(f"error: {asked.export} cannot be written ({error.strerror}): name another file", file=sys.stderr)
            return WRONG_CALL
        print(f"{asked.export}: {len(gaps)} cases", file=sys.stderr)
    if asked.json:
        print(json.dumps([as_model(gap).model_dump() for gap in gaps], ensure_ascii=False, indent=1))
        return FINE
    for gap in gaps:
        marked = f", {gap.marked_down} marked down" if gap.marked_down else ""
        print(f"{gap.asked:4}  {gap.question}{marked}")
        for other in gap.others[:3]:
            print(f"      {other}")
    if not gaps:
        print("nothing was missed")
    return FINE


if __name__ == "__main__":
    sys.exit(main())
