"""How the adviser does: every effective setting with where it came from, the index, an answer on trial."""

import hashlib
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from advisor.chain import Adviser
from advisor.errors import AnswerError
from advisor.model import open_model
from advisor.settings import Settings, origins, setting_name
from advisor.shelf import Shelves
from advisor.terminal.model_doctor import about_model
from index import LibraryError
from index.bootstrap import Edition, open_library
from index.settings import DOTENV

WIDE = 29  # letters of the longest name of a setting


def examine(settings: Settings, dotenv: Path = DOTENV) -> Iterator[str]:
    """What there is, line by line; what keeps answers from being given is raised with its mend."""
    yield "Settings"
    yield from _settings(settings, dotenv)
    yield "Index"
    shelves = Shelves(open_library(settings))
    edition = shelves.current().edition
    yield from _index(edition)
    yield from _changes(settings.corpus / "guides", edition)
    yield "Answer"
    yield _trial(Adviser(shelves), edition)
    if model := open_model(settings):
        yield "Model"
        yield from about_model(model, settings, shelves)


def _settings(settings: Settings, dotenv: Path) -> Iterator[str]:
    came_from = origins(dotenv)
    fields = {setting_name(name): name for name in Settings.model_fields}
    for name, field in fields.items():
        value = getattr(settings, field)
        shown = value if Settings.model_fields[field].repr or not value else "(set, not shown)"
        yield f"  {name:<{WIDE}} {'(none)' if shown is None else shown!s:<24} {came_from[name]}"
    for name, origin in came_from.items():
        if name not in fields and origin != "default":
            yield f"  {name} is set ({origin}), and the advisor room does not read it"


def _index(edition: Edition) -> Iterator[str]:
    manifest = edition.manifest
    passages = Counter(chunk.guide for chunk in edition.chunks.values())
    yield f"  generation {edition.name}, built {manifest.built:%Y-%m-%d %H:%M} UTC (index {manifest.id})"
    yield f"  model {manifest.model}, {manifest.dimension} dimensions"
    yield f"  {len(edition.guides)} guides, {passages.total()} passages, {len(edition.rows.all)} rows"
    for guide in edition.guides:
        yield f"  {guide.slug:<20} {guide.dated or 'undated'!s:<12} {passages[guide.slug]:>5} passages  {guide.title}"


def _changes(folder: Path, edition: Edition) -> Iterator[str]:
    """Guides whose file is no longer the one that the index was built from."""
    if not folder.is_dir():
        yield f"  {folder} is not there: the index answers, and could not be built again"
        return
    files = {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.md")}
    built = {guide.slug: guide.digest for guide in edition.guides}
    changed = sorted(slug for slug in files | built if files.get(slug) != built.get(slug))
    if changed:
        yield f"  changed since it was built: {', '.join(changed)}; bring it up to date with `python -m index build`"


def _trial(adviser: Adviser, edition: Edition) -> str:
    """How long an answer takes, asked with the index's own words."""
    chunk = next(iter(edition.chunks.values()))
    question = next((entry.text for entry in edition.headings.entries), chunk.heading)
    began = time.perf_counter()
    try:
        reply = adviser.ask(question)
    except LibraryError:
        raise
    except Exception as error:  # whatever it is, the reader asked to be told
        raise AnswerError(
            f"the question {question!r} could not be answered ({type(error).__name__}: {error})"
        ) from error
    return f"  {question!r}: {reply.answer.status} in {(time.perf_counter() - began) * 1000:.0f} ms"
