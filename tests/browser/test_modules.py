"""The widget's pure modules, under Node's own test runner."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.part("node")
def test_the_modules_hold_their_own_tests() -> None:
    """Every `*.test.mjs` beside this file."""
    files = sorted(map(str, HERE.glob("*.test.mjs")))
    node = shutil.which("node")
    assert node
    run = subprocess.run([node, "--test", *files], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert len(files) == 4
