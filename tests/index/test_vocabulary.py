"""The vocabulary is read strictly, every part may be absent, and its words stay as they were written."""

from pathlib import Path

import pytest

from index.errors import VocabularyError
from index.vocabulary import Vocabulary, parse_vocabulary, read_vocabulary

SMALL = """
subjects: {school: {Duke University: [Duke], MIT: }}
ambiguous: {D: [Duke University, "school: MIT"]}
attributes:
  gre: {label: GRE rule, unit: choice, headers: [gre], values: {no: [not required], yes: [required]}}
  price: {label: price, unit: money, periods: [total, year], better: low, of: [school]}
conditions:
  - {words: [no gre], attribute: gre, is: no}
  - {words: [any gre], attribute: gre, is: [no, yes]}
  - {words: [cheap], attribute: price, at_most: 25000}
life_facts: [{words: [a job], profile: job, text: keeps working}]
topics:
"""


def test_a_vocabulary_is_read_as_written() -> None:
    words = parse_vocabulary(SMALL)
    assert words.subjects == {"school": {"Duke University": ("Duke",), "MIT": ()}}
    assert words.attributes["gre"].values == {"no": ("not required",), "yes": ("required",)}
    assert words.attributes["price"].periods == ("total", "year")
    assert [condition.choices for condition in words.conditions] == [("no",), ("no", "yes"), ()]
    assert words.conditions[2].at_most == 25_000
    assert words.life_facts[0].attribute is None


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "topics:\n"])
def test_every_part_may_be_absent(text: str) -> None:
    assert parse_vocabulary(text) == Vocabulary()


def test_a_missing_file_is_an_empty_vocabulary(tmp_path: Path) -> None:
    assert read_vocabulary(tmp_path / "vocabulary.yaml") == Vocabulary()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schools: {}", "schools: this key is not known"),
        ("attributes: {a: {label: A, unit: money, headrs: [x]}}", "attributes.a.headrs: this key is not known"),
        ("attributes: {a: {label: A, unit: euros}}", "attributes.a.unit: input should be"),
        ("attributes: {a: {label: A}}", "attributes.a.unit: "),
        ("acts: {compare: versus}", "acts.compare: "),
        ("acts: {compare: [a], compare: [b]}", "line 1: the key 'compare' stands here a second time"),
        ("acts: {compare: [&a versus, *a]}", "line 1: anchors and aliases"),
        ("acts:\n  compare: [a", "line 2: "),
        ("just words", "this is not a mapping"),
        ("conditions: [{words: [a], attribute: b}]", "conditions.0.attribute: there is no attribute 'b'"),
        (SMALL + "acts: {}\n".replace("acts", "kinds") + "replies: {a: [b]}", "replies.a: "),
        (SMALL.replace("is: no}", "is: maybe}"), "conditions.0.is: GRE rule has no value 'maybe'"),
        (SMALL.replace("[Duke University,", "[Duke,"), "ambiguous.D: there is no subject 'Duke'"),
        (SMALL.replace("25000", "lots"), "conditions.2.at_most: "),
        (SMALL.replace("25000", ".nan"), "conditions.2.at_most: "),
        ("a: \x07", "line 1: it holds characters that YAML does not allow"),
        ("[" * 5000, "line 1: "),
    ],
)
def test_a_wrong_entry_is_named(text: str, said: str) -> None:
    with pytest.raises(VocabularyError) as error:
        parse_vocabulary(text)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_an_error_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("schools: {}")
    with pytest.raises(VocabularyError, match=r"^vocabulary.yaml: schools"):
        read_vocabulary(tmp_path / "vocabulary.yaml")
    (tmp_path / "vocabulary.yaml").write_bytes(b"\xff")
    with pytest.raises(VocabularyError, match="save it as a UTF-8 file"):
        read_vocabulary(tmp_path / "vocabulary.yaml")
