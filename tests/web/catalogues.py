"""Every word that the pages say, and the catalogues of its translations.

`python tests/web/catalogues.py` brings `locale/*/LC_MESSAGES/django.po` up to date and compiles the `.mo` beside each;
a test fails as long as that is not done. The `.mo` are kept in the repository: nobody needs gettext to install.
"""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.template import engines
from django.template.base import Node, NodeList
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

import perdes_flow
from perdes_flow.domain import local_time, words
from perdes_flow.workflow.documents import DOCUMENTS

WEB = Path(perdes_flow.__file__).parent / "web"
LOCALE, TEMPLATES = WEB / "locale", WEB / "templates"
WORKFLOWS = Path(perdes_flow.__file__).parents[1] / "workflows"
LANGUAGES = ("en", "jv", "su")
FOREIGN_PLURALS = {"en": "nplurals=2; plural=(n != 1);"}
HEAD = (
    "# The words of the pages; Indonesian is the source. Made by tests/web/catalogues.py, translated by hand."
)

UNDATED = datetime(2026, 1, 1, tzinfo=UTC)

MessageId = str | tuple[str, str]  # one form, or the one for one thing and the one for several


def said() -> dict[MessageId, set[str]]:
    """Every message, with where it is said."""
    found: dict[MessageId, set[str]] = {}
    for message, where in [*_in_templates(), *_in_code(), *_in_data()]:
        found.setdefault(message, set()).add(where)
    return found


def kept(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=None, domain="django")


def compiled(catalog: Catalog) -> bytes:
    made = BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def merged(language: str) -> Catalog:
    """The catalogue with exactly the messages that are said, each with the translation it had."""
    old = kept(language)
    new = Catalog(domain="django", header_comment=HEAD, project="perdes-flow", version="halaman", fuzzy=False)
    new.creation_date = new.revision_date = UNDATED  # the history of the file says when
    plurals = FOREIGN_PLURALS.get(language, "nplurals=1; plural=0;")
    new.mime_headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Language", language),
        ("Plural-Forms", plurals),
    ]
    for message, where in sorted(said().items(), key=lambda one: (sorted(one[1]), str(one[0]))):
        known = old.get(message if isinstance(message, str) else message[0])
        new[message] = Message(
            message,
            known.string if known else "",
            locations=[(name, 0) for name in sorted(where)],
            flags=known.flags if known else (),
        )
    return new


def written(catalog: Catalog) -> bytes:
    made = BytesIO()
    write_po(made, catalog, width=0, include_lineno=False)
    return made.getvalue()


def _in_templates() -> Iterator[tuple[MessageId, str]]:
    for path in sorted([*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.txt")]):
        name = path.relative_to(TEMPLATES).as_posix()
        yield from (
            (message, name) for message in _of(engines["django"].get_template(name).template.nodelist)
        )
        # _("…") as the argument of a filter
        yield from ((message, name) for message in re.findall(r':_\("([^"]+)"\)', path.read_text("utf-8")))


def _of(nodes: NodeList) -> Iterator[MessageId]:
    for node in nodes.get_nodes_by_type(Node):
        if isinstance(node, TranslateNode):
            yield node.filter_expression.var.literal
        elif isinstance(node, BlockTranslateNode):
            one, _ = node.render_token_list(node.singular)
            several = node.render_token_list(node.plural)[0] if node.plural else ""
            yield (one, several) if several else one


def _in_code() -> Iterator[tuple[MessageId, str]]:
    for path in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if node.func.id in ("gettext", "gettext_noop", "gettext_lazy") and texts:
                    yield texts[0], path.relative_to(WEB).as_posix()
                elif node.func.id == "ngettext":
                    yield (texts[0], texts[1]), path.relative_to(WEB).as_posix()


def _in_data() -> Iterator[tuple[MessageId, str]]:
    tables = (
        words.OFFICES,
        words.JENIS,
        words.ASAL,
        words.MEETINGS,
        words.OUTCOMES,
        words.CHOICES,
        words.PARTIES,
    )
    for word in dict.fromkeys(word for table in tables for word in table.values()):
        yield word, "domain"
    for word in (*local_time.DAYS, *local_time.MONTHS):
        yield word, "domain"
    # what messages.threads says of a comment, part by part
    for word in (
        *("selesai", "belum dijawab", "disembunyikan", "ditarik penulisnya", "(disembunyikan)"),
        *("dijawab “diterima”", "dijawab “sebagian”", "dijawab “ditolak”"),
        *("diterima", "sebagian", "ditolak", "ditarik", "diambil", "Naskah"),
    ):
        yield word, "messages"
    for kind in DOCUMENTS.values():
        yield kind.label, "documents"
        yield kind.label[:1].upper() + kind.label[1:], "documents"
    for path in sorted(WORKFLOWS.glob("*.yaml")):
        yield from ((label, path.name) for label in _labels(yaml.safe_load(path.read_text("utf-8"))))


def _labels(node: object) -> Iterator[str]:
    """Every label in a workflow; those of papers with the capital that pages give them."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("label", "title") and isinstance(value, str):
                yield value
                yield value[:1].upper() + value[1:]
            else:
                yield from _labels(value)
    elif isinstance(node, list):
        for value in node:
            yield from _labels(value)


if __name__ == "__main__":
    import web.conftest  # noqa: F401  # gives Django its settings

    for language in LANGUAGES:
        folder = LOCALE / language / "LC_MESSAGES"
        catalog = merged(language)
        (folder / "django.po").write_bytes(written(catalog))
        (folder / "django.mo").write_bytes(compiled(catalog))
