"""The manifest knows an index again by what went into it, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from index.errors import DamagedIndexError
from index.storing.manifest import GuideEntry, Manifest, Seal, SealedFile, read_manifest
from index.vocabulary import Vocabulary, parse_vocabulary
from tests.index.small import WORDS, guides

SEAL = Seal(passages=3, pages=1, ids="a", content="b", files=(SealedFile(path="f", size=1, sha256="c"),))


def manifest(**changes: object) -> Manifest:
    entries = tuple(GuideEntry.of(guide) for guide in guides())
    whole = Manifest(
        model="hash",
        dimension=64,
        chunker="1",
        guides=entries,
        vocabulary=WORDS,
        built=datetime(2026, 1, 1, tzinfo=UTC),
        seal=SEAL,
    )
    return Manifest.model_validate(dict(whole) | changes)


def test_it_is_read_back_as_it_was_written() -> None:
    written = manifest()
    again = read_manifest(written.to_json())
    assert again == written
    assert again.id == written.id
    assert again.guides[0].dated == date(2026, 5, 25)


def test_a_vocabulary_of_every_part_is_read_back() -> None:
    words = parse_vocabulary(
        "subjects: {school: {Duke University: [duke]}}\n"
        "ambiguous: {dk: ['school: Duke University']}\n"
        "attributes: {gre: {label: GRE, unit: choice, values: {required: [needed]}}}\n"
        "conditions: [{words: [no gre], attribute: gre, is: required}]\n"
        "life_facts: [{words: [broke], profile: budget, text: little money}]\n"
        "acts: {cost: [what does it cost]}\ntopics: {weather: [rain]}\n"
    )
    assert read_manifest(manifest(vocabulary=words).to_json()).vocabulary == words


@pytest.mark.parametrize(
    "changes",
    [
        {"model": "other"},
        {"chunker": "2"},
        {"vocabulary": Vocabulary()},
        {"guides": ()},
        {"guides": (GuideEntry.of(replace(guides()[0], digest="other")), GuideEntry.of(guides()[1]))},
    ],
)
def test_other_ingredients_make_another_id(changes: dict[str, object]) -> None:
    assert manifest(**changes).id != manifest().id


@pytest.mark.parametrize("changes", [{"built": datetime(2027, 1, 1, tzinfo=UTC)}, {"dimension": 65}])
def test_when_it_was_built_and_what_follows_from_the_rest_are_no_part_of_the_id(changes: dict[str, object]) -> None:
    assert manifest(**changes).id == manifest().id


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", '{"id": "x", "manifest": {}}', '{"id": 1, "manifest": []}'])
def test_what_is_no_manifest_is_refused(text: str) -> None:
    with pytest.raises(DamagedIndexError, match="python -m index build --rebuild"):
        read_manifest(text)


def test_a_manifest_that_was_edited_is_refused() -> None:
    with pytest.raises(DamagedIndexError, match="manifest is damaged"):
        read_manifest(manifest().to_json().replace('"Alpha"', '"Omega"'))
