"""The bench's plot is a picture that any browser shows."""

from xml.etree import ElementTree

from tests.bench.plot import plot, spread

LINES = {"search, ms": [10.0, 12.0, 20.0], "memory <MB>": [250.0, 500.0, 2410.0]}


def test_every_value_and_name_stands_in_the_plot() -> None:
    drawn = ElementTree.fromstring(plot("Growth & size", "passages", [1000, 10_000, 100_000], LINES))
    texts = {element.text for element in drawn.iter() if element.text}
    assert {
        "Growth & size",
        "passages",
        "1,000",
        "100,000",
        "10",
        "12",
        "20  search, ms",
        "2,410  memory <MB>",
    } <= texts


def test_one_size_can_be_drawn() -> None:
    assert ElementTree.fromstring(plot("One", "passages", [1000], {"search, ms": [10.0]})).tag.endswith("svg")


def test_names_that_would_touch_are_moved_apart() -> None:
    assert spread([30.0, 10.0, 12.0]) == [40.0, 10.0, 25.0]
