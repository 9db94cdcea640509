"""The engine's sentences name commands and options; on a page the same advice names pages and fields."""

import re

_PAGES = {
    "meeting": "Musyawarah",
    "consult": "Masukan warga",
    "submit": "Serah naskah",
    "redline": "Perubahan",
    "take": "Baca",
    "answer": "Baca",
    "resolve": "Baca",
    "person": "Pengaturan",
    "desa": "Pengaturan",
}
_SAID = (
    # what only the keeper of the server can do
    (re.compile(r"dengan `perdes (?:restore|db upgrade|init[^`]*|reindex)`"), "oleh pengelola server"),
    (re.compile(r"tambahkan --[a-z-]+ atau --[a-z-]+"), "isi salah satu kolomnya"),
    (re.compile(r"misalnya --[a-z-]+ "), "misalnya "),
    (re.compile(r"tambahkan --([a-z-]+)"), r"isi kolom \1"),
    (re.compile(r"periksa --([a-z-]+)"), r"periksa kolom \1"),
    (re.compile(r"(?:dengan|atau sebutkan) --[a-z-]+"), "pada kolomnya"),
    (re.compile(r"(?:dengan )?`perdes ([a-z]+)[^`]*`(?: tanpa --[a-z-]+)?"), lambda m: _page(m[1])),
    (re.compile(r"(di halaman [A-Za-z]+)( [a-z]+)? (?:dan|atau) \1\2"), r"\1\2"),
    (re.compile(r"(?:tanpa |sebutkan )?--[a-z-]+"), "pada kolomnya"),
    (re.compile(r"kolom ([a-z]+)-([a-z]+)"), r"kolom \1 \2"),
)


def on_page(sentence: str) -> str:
    """The sentence as somebody in front of a page reads it."""
    for pattern, words in _SAID:
        sentence = pattern.sub(words, sentence)
    return sentence


def _page(command: str) -> str:
    return f"di halaman {_PAGES.get(command, 'rancangan')}"
