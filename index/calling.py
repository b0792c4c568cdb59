"""How every command line of the house is called: its exit codes, and one line on what is wrong with a call."""

import argparse
from typing import NoReturn

FINE, FAILED, WRONG_CALL = 0, 1, 2


class CommandParser(argparse.ArgumentParser):
    """Says what is wrong with a call in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with the line; argparse itself would print the whole usage before it."""
        self.exit(WRONG_CALL, f"{message}: see `{self.prog} --help`\n")
