"""The poisoned guides made into an index, who answers from them, and what came of it told at the end."""

import shutil

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.bootstrap import build_index, open_library
from index.settings import Settings
from tests.advisor.poisoned.attacks import GUIDES, Report
from tests.conftest import CORPUS, told

REPORTS = pytest.StashKey[dict[str, Report]]()


@pytest.fixture(scope="session")
def poisoned(built: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The poisoned guides under the real vocabulary, made into an index by the packaged model once for all tests.

    It is built over the real one, which has the vectors of the vocabulary's phrases already.
    """
    place = tmp_path_factory.mktemp("poisoned")
    shutil.copytree(built.data / "index", place / "data" / "index")
    shutil.copytree(GUIDES, place / "corpus" / "guides")
    shutil.copy(CORPUS / "vocabulary.yaml", place / "corpus")
    settings = Settings(corpus=place / "corpus", data=place / "data", embedding=None, chroma_url=None)
    build_index(settings)
    return settings


@pytest.fixture(scope="session")
def embedded(poisoned: Settings) -> Adviser:
    """Who answers from the poisoned guides with the embedded writer."""
    return Adviser(Shelves(open_library(poisoned)))


@pytest.fixture(scope="session")
def reports(request: pytest.FixtureRequest) -> dict[str, Report]:
    """The reports by writer, told when all tests are done."""
    return request.config.stash.setdefault(REPORTS, {})


def pytest_sessionfinish(session: pytest.Session) -> None:
    for writer, report in session.config.stash.get(REPORTS, {}).items():
        told(session.config, f"poisoned guides, {writer} writer", str(report))
