"""The command line of the index room: build it, search it, add a guide to it."""

import argparse
import json
import sys
import textwrap
import time
from collections.abc import Sequence
from pathlib import Path

from index.bootstrap import build_index, open_library, told
from index.calling import FAILED, FINE, WRONG_CALL, CommandParser
from index.errors import LibraryError, SettingError
from index.progress import progress_bar
from index.reading.adding import add
from index.searching.search import Hit
from index.settings import Settings, read_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        settings = read_settings()
        if asked.command == "build":
            _build(settings.model_copy(update={"corpus": asked.corpus or settings.corpus}), asked.rebuild)
        elif asked.command == "search":
            _search(settings, asked.question, asked.k, as_json=asked.json)
        else:
            _add(settings, asked.files)
    except LibraryError as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_CALL if isinstance(error, SettingError) else FAILED
    except KeyboardInterrupt:
        print("stopped; an index that was there still answers", file=sys.stderr)
        return FAILED
    return FINE


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="python -m index", description="Guides read, cut, embedded, stored and searched.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="bring the index up to what the guides say")
    build.add_argument("--corpus", type=_folder, metavar="DIR", help="the folder with guides/ and vocabulary.yaml")
    build.add_argument("--rebuild", action="store_true", help="make everything anew, whatever is there")
    search = commands.add_parser("search", help="the passages that answer a question best")
    search.add_argument("question", help="in any words")
    search.add_argument("--k", type=_count, default=8, metavar="N", help="how many passages (8)")
    search.add_argument("--json", action="store_true", help="for programs")
    add = commands.add_parser("add", help="turn HTML, text, Word, PDF or Markdown files into guides")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE", help="pages to read into corpus/guides")
    return parser


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return Path(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError("give a number from 1 to 1000")
    return int(text)


def _build(settings: Settings, rebuild: bool) -> None:
    began = time.monotonic()
    with progress_bar("Reading the guides into vectors") as on_progress:
        built = build_index(settings, rebuild=rebuild, on_progress=on_progress)
    what = f"{built.guides} guides, {built.passages} passages"
    did = f"{built.embedded} texts embedded" if built.changed else "nothing has changed"
    print(f"{what}: {did}, {time.monotonic() - began:.1f} s (index {built.id})")
    print(*built.remarks, sep="\n", end="\n" * bool(built.remarks))
    print(*told(built.left_out), sep="\n", end="\n" * bool(built.left_out), file=sys.stderr)


def _search(settings: Settings, question: str, k: int, *, as_json: bool) -> None:
    hits = open_library(settings).search(question, k=k)
    if as_json:
        print(json.dumps([_plain(hit) for hit in hits], ensure_ascii=False, indent=2))
        return
    for hit in hits:
        print(f"{hit.score:.3f}  {hit.chunk.guide} > {' > '.join(hit.chunk.path[1:] or hit.chunk.path)}")
        print(textwrap.indent(textwrap.fill(hit.chunk.text, 100), "       "))
    if not hits:
        print("nothing found")


def _plain(hit: Hit) -> dict[str, object]:
    chunk = hit.chunk
    told = {"id": chunk.id, "guide": chunk.guide, "path": chunk.path, "kind": chunk.kind, "text": chunk.text}
    return told | {"score": hit.score, "dense": hit.dense, "keyword": hit.keyword, "heading": hit.heading}


def _add(settings: Settings, files: Sequence[Path]) -> None:
    for guide in add(files, settings.corpus / "guides"):
        print(f"{guide}: read it through, then `python -m index build`")


if __name__ == "__main__":
    sys.exit(main())
