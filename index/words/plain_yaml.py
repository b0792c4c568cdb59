"""YAML whose scalars stay the words that were written ("no" is a word, 2026 a text); aliases are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml.nodes import Node

PlainYaml = str | list["PlainYaml"] | dict[str, "PlainYaml"] | None


class PlainYamlError(ValueError):
    """A text that is not plain YAML, with the line (from 1) where it goes wrong."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def read_plain_yaml(text: str) -> PlainYaml:
    """Mappings, lists and words; a key without a value is None."""
    import yaml  # noqa: PLC0415 - 25 ms that only a build pays

    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "it holds characters that YAML does not allow"
        raise PlainYamlError(mark.line + 1 if mark else 1, reason) from error
    except RecursionError as error:
        raise PlainYamlError(1, "it is nested too deeply") from error
    return None if node is None else _plain(node, set())


def _plain(node: Node, seen: set[int]) -> PlainYaml:
    from yaml import nodes  # noqa: PLC0415 - see above

    if id(node) in seen:
        raise PlainYamlError(_line(node), "anchors and aliases (& and *) are not used here; write it out")
    seen.add(id(node))
    match node:
        case nodes.ScalarNode():
            return str(node.value) if node.value or node.style else None
        case nodes.SequenceNode():
            return [_plain(part, seen) for part in node.value]
        case nodes.MappingNode():
            return _mapping(node.value, seen)
    raise PlainYamlError(_line(node), "this is neither a text nor a list nor a mapping")


def _mapping(pairs: list[tuple[Node, Node]], seen: set[int]) -> dict[str, PlainYaml]:
    found: dict[str, PlainYaml] = {}
    for node, value in pairs:
        key = _plain(node, seen)
        if not isinstance(key, str):
            raise PlainYamlError(_line(node), "a key must be a word")
        if key in found:
            raise PlainYamlError(_line(node), f"the key {key!r} stands here a second time")
        found[key] = _plain(value, seen)
    return found


def _line(node: Node) -> int:
    return node.start_mark.line + 1 if node.start_mark else 1
