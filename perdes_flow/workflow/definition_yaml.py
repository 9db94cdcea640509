"""YAML read safely into plain data, with the line of every value kept for findings.

No tags, no aliases (a small file could unfold into a huge one), no key twice (YAML would silently keep the last).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
Place: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
# libyaml where PyYAML was built with it: ten times faster, same nodes
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "value", "merge", "map", "seq")
}


@dataclass(eq=False)
class YamlBroken(Exception):
    """The file is not the plain YAML we read. `line` counts from 1; `problem` in Indonesian."""

    line: int
    problem: str
    code: str = "yaml_rusak"


@dataclass(frozen=True, slots=True)
class PlainFile:
    """The data of a file and the line on which each value begins."""

    data: Plain
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest value around it."""
        return next(self.lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in self.lines)


def read_yaml(content: bytes) -> PlainFile:
    """The data in a YAML file; YamlBroken."""
    if len(content) > MAX_BYTES:
        raise YamlBroken(1, f"berkas lebih besar dari {MAX_BYTES // 1000} kB")
    try:
        text = content.decode("utf-8-sig")
        _look_through(text)
        node = yaml.compose(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        raise YamlBroken(1, "berkas bukan teks UTF-8") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlBroken(mark.line + 1 if mark else 1, _problem(str(error.problem))) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise YamlBroken(1, "tulisan YAML keliru") from error
    if node is None:
        raise YamlBroken(1, "berkas kosong")
    lines: dict[Place, int] = {}
    return PlainFile(_plain(node, (), lines), lines)


# words of the YAML library: what they mean for whoever wrote the file
_PROBLEMS: Mapping[str, str] = {
    "mapping values": "titik dua di tempat yang tidak semestinya; samakan awal barisnya atau beri tanda kutip pada teksnya",
    "cannot start": "nilai diawali tab atau tanda yang tidak boleh; pakai spasi, atau beri tanda kutip pada teksnya",
    "end of stream": "tanda kutip belum ditutup; tutup tanda kutipnya",
    "',' or": "kurung belum ditutup atau koma kurang; periksa daftar dalam kurung",
    "found undefined tag": "tanda yang tidak dikenal; hapus tandanya",
}


def _problem(told: str) -> str:
    rest = "periksa awal baris, tanda kutip, dan kurung di sekitar baris ini"
    return f"tulisan YAML keliru: {next((m for words, m in _PROBLEMS.items() if words in told), rest)}"


def _look_through(text: str) -> None:
    """Refuse what would be dangerous to compose: aliases, and depth (composing is recursive, in C without a limit)."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise YamlBroken(line, f"alias *{event.anchor} tidak diizinkan; tulis isinya")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise YamlBroken(line, f"bersusun lebih dari {MAX_DEPTH} tingkat")


def _plain(node: yaml.Node, place: Place, lines: dict[Place, int]) -> Plain:
    line = node.start_mark.line + 1
    lines.setdefault(place, line)
    if node.tag not in _TAGS:
        raise YamlBroken(line, f"tanda {node.tag} tidak diizinkan; hapus tandanya")
    if isinstance(node, yaml.MappingNode):
        return {key: _plain(value, (*place, key), lines) for key, value in _pairs(node, place, lines)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, index), lines) for index, item in enumerate(node.value)]
    return _scalar(node)


def _pairs(node: yaml.MappingNode, place: Place, lines: dict[Place, int]) -> Iterator[tuple[str, yaml.Node]]:
    seen: set[str] = set()
    for key_node, value in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlBroken(line, "kunci harus berupa kata")
        key = str(key_node.value)
        if key in seen:
            raise YamlBroken(line, f"kunci “{key}” ditulis dua kali; hapus salah satunya", "kunci_ganda")
        seen.add(key)
        lines[(*place, key)] = line
        yield key, value


def _scalar(node: yaml.Node) -> str | int | bool | None:
    """Whole numbers, true, false and nothing; all else (dates, 2/3, yes) is text for the form to read."""
    text = str(node.value)
    match node.tag.rsplit(":", 1)[-1]:
        case "int" if text.lstrip("+-").isdigit() and len(text) < 19:
            return int(text)
        case "bool" if text in ("true", "false"):
            return text == "true"
        case "null":
            return None
    return text
