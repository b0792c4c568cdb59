"""The command line of the api room: serve."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

import uvicorn

from api.bootstrap import open_app
from api.settings import read_settings
from index import LibraryError

FINE, WRONG_CALL = 0, 2
GRACE = 20  # seconds that streams in flight have to finish


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_CALL, f"{message}: see `{self.prog} --help`\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        app = open_app(read_settings())
    except LibraryError as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_CALL
    uvicorn.run(app, host=asked.host, port=asked.port, timeout_graceful_shutdown=GRACE, server_header=False)
    return FINE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m api", description="The adviser over HTTP.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    return parser


if __name__ == "__main__":
    sys.exit(main())
