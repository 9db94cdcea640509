"""Whether a village's own template can be used: one sentence for each thing that is wrong, before it ever makes a paper.

Two looks: at what it says (only fields that this kind of paper has, only what `word.filling` allows), and by filling it
from a made-up dossier, which shows what the first look cannot see.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError, nodes

from perdes_flow.papers.kinds import PAPERS
from perdes_flow.papers.specimen import specimen
from perdes_flow.word.filling import ALLOWED, FILTERS, fill, sandbox, sources

_LOOP = {"index": "", "index0": "", "first": "", "last": "", "length": "", "revindex": ""}
_NAMES = {nodes.Macro: "makro", nodes.CallBlock: "makro", nodes.Import: "impor", nodes.FromImport: "impor"}
_NAMES |= {nodes.Include: "sisipan berkas", nodes.Extends: "warisan", nodes.Call: "pemanggilan fungsi"}
_NAMES |= {nodes.Getitem: "kurung siku", nodes.Test: "uji “is”", nodes.Assign: "“set”"}
Scope = Mapping[str, Any]


def template_problems(kind: str, template: bytes) -> tuple[str, ...]:
    """What is wrong, each thing once; nothing where the template can be used. It has passed the gate before."""
    occasion = specimen(kind)
    fields = PAPERS[kind].fields(occasion)
    try:
        parts = sources(template)
    except (KeyError, ValueError, TemplateError):
        return ("Berkas ini tidak dapat dibaca sebagai templat; simpan ulang dengan Word sebagai .docx.",)
    found = [problem for part in parts for problem in _part_problems(part, fields)]
    return tuple(dict.fromkeys(found)) or _tried(template, kind)


def _part_problems(part: str, fields: Scope) -> list[str]:
    try:
        parsed = sandbox().parse(part)
    except TemplateSyntaxError as error:
        return [_syntax(error, part)]
    return list(_walk(parsed, fields))


def _tried(template: bytes, kind: str) -> tuple[str, ...]:
    occasion = specimen(kind)
    try:
        filled = fill(template, PAPERS[kind].fields(occasion), title=kind, on=occasion.today)
    except UndefinedError as error:
        return (f"Ada kolom yang tidak terisi ({error.message}).",)
    except (TemplateError, ValueError, TypeError, KeyError) as error:
        return (
            f"Templat tidak dapat diisi ({type(error).__name__}); periksa letak {{%p … %}} dan {{%tr … %}}.",
        )
    return _left_over(filled)


def _left_over(filled: bytes) -> tuple[str, ...]:
    """Signs of Jinja that were not understood, e.g. a brace that Word put into a text box."""
    words = " ".join(sources(filled))
    marks = re.findall(r"\{\{.{0,40}|\{%.{0,40}", re.sub(r"<[^>]+>", "", words))
    return tuple(f"Tanda “{mark.strip()}” tidak terisi; ketik ulang tanpa memotongnya." for mark in marks)


def _syntax(error: TemplateSyntaxError, part: str) -> str:
    lines = part.splitlines()
    near = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    shown = re.sub(r"<[^>]+>", "", near).strip()[:60]
    if "endfor" in str(error) or "'for'" in str(error):
        return f"Pengulangan tidak lengkap dekat “{shown}”; setiap {{% for … %}} memerlukan {{% endfor %}}."
    if "endif" in str(error) or "'if'" in str(error):
        return f"Pilihan tidak lengkap dekat “{shown}”; setiap {{% if … %}} memerlukan {{% endif %}}."
    if "filter" in str(error):
        return f"Penyaring tidak dikenal dekat “{shown}”; yang boleh: {', '.join(FILTERS)}."
    return f"Penulisan kolom keliru dekat “{shown}”; periksa kurung {{{{ … }}}} dan {{% … %}}."


def _walk(node: nodes.Node, scope: Scope) -> Iterator[str]:
    """The problems of a node and of what is in it; loops name new fields."""
    if not isinstance(node, ALLOWED):
        yield f"Templat memakai {_NAMES.get(type(node), type(node).__name__)}, yang tidak diperbolehkan; pakai kolom, for, dan if saja."
        return
    match node:
        case nodes.For():
            yield from _walk(node.iter, scope)
            inner = {**scope, **_looped(node, scope)}
            for child in (*node.body, *node.else_):
                yield from _walk(child, inner)
            return
        case nodes.Name() | nodes.Getattr():
            yield from _field(node, scope)
            return
        case nodes.Filter() if node.name not in FILTERS:
            yield f"Penyaring “{node.name}” tidak diperbolehkan; yang boleh: {', '.join(FILTERS)}."
    for child in node.iter_child_nodes():
        yield from _walk(child, scope)


def _looped(node: nodes.For, scope: Scope) -> Scope:
    """What a loop names: its variable as the first of the list."""
    items = _value(node.iter, scope)
    one = items[0] if isinstance(items, list) and items else {}
    return {node.target.name: one, "loop": _LOOP} if isinstance(node.target, nodes.Name) else {"loop": _LOOP}


def _field(node: nodes.Name | nodes.Getattr, scope: Scope) -> Iterator[str]:
    if _value(node, scope) is None:
        known = _value(node.node, scope) if isinstance(node, nodes.Getattr) else scope
        beside = ", ".join(sorted(known)) if isinstance(known, Mapping) else ""
        hint = f"; yang ada: {beside}" if beside else ""
        yield f"Kolom “{_path(node)}” tidak dikenal{hint}."


def _value(node: nodes.Node, scope: Scope) -> Any:
    """What the made-up dossier has in that place; None where it has nothing of that name."""
    match node:
        case nodes.Name():
            return scope.get(node.name)
        case nodes.Getattr():
            holder = _value(node.node, scope)
            return holder.get(node.attr) if isinstance(holder, Mapping) else None
    return None


def _path(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_path(node.node)}.{node.attr}"
    return "…"
