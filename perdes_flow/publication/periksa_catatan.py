"""Memeriksa salinan catatan desa (catatan.jsonl) dengan Python saja, tanpa program lain.

Cara pakai:
  python periksa_catatan.py CATATAN.jsonl [--key KUNCI] [--checkpoint TITIK.txt ...]
                                          [--file PERDES.docx ...] [--record NOMOR ...]

  --key         kunci umum desa: tulisannya, atau berkas yang memuatnya
  --checkpoint  titik periksa yang Anda simpan sendiri; perlu --key
  --file        apakah berkas ini, huruf demi huruf, yang tercatat?
  --record      tampilkan catatan bernomor ini

Hasil: 0 semua cocok, 1 ada yang tidak cocok, 2 cara pakai salah.
Tanpa titik periksa, catatan yang seluruhnya ditulis ulang tidak terlihat: mintalah titik periksa kepada Ketua BPD,
kabupaten, atau baca dari papan pengumuman. Bentuk catatan: docs/record-format.md.
"""

# Shares no line with the program that writes the log, so that one mistake cannot hide in both. Python 3.9 or later.

from __future__ import annotations

import argparse
import json
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256, sha512
from typing import Any, NoReturn

NAME, HASH, NUMBER = '"[a-z0-9][a-z0-9_-]{0,59}"', '"[0-9a-f]{64}"', "[1-9][0-9]{0,14}"
DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
LEAF = {  # how each value must look as JSON
    "actor": NAME,
    "at": f'"{DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"',
    "draft": f"null|{NAME}",
    "log": NAME,
    "payload_hash": HASH,
    "prev": HASH,
    "role": NAME,
    "seq": NUMBER,
    "sha256": f"null|{HASH}",
    "text_sha256": f"null|{HASH}",
    "type": NAME,
    "v": "1",
    "version": f"null|{NUMBER}",
}
Key = tuple[str, bytes, bytes]  # name, key id, public key
Point = tuple[int, int, int, int]
ORIGIN = "perdes-flow/"
NO_CHECKPOINT = "Ini bukan titik periksa, atau tidak disalin seluruhnya."


class Refused(Exception):
    """What does not fit, as a sentence for people."""


def main(argv: list[str] | None = None) -> int:
    """Check what the arguments name and say it on standard output; 0 if everything fits, 1 if not."""
    asked = _arguments(argv)
    all_fit = True
    try:
        for fits, sentence in _findings(asked):
            all_fit = all_fit and fits
            say(f"{'cocok        ' if fits else 'TIDAK COCOK  '}{sentence}")
    except (Refused, OSError) as error:
        all_fit = False
        why = f"{error.filename} tidak dapat dibaca." if isinstance(error, OSError) else str(error)
        say(f"TIDAK COCOK  {why}")
    say("Semua cocok." if all_fit else "DITOLAK.")
    return 0 if all_fit else 1


def _findings(asked: argparse.Namespace) -> Iterator[tuple[bool, str]]:
    key = read_key(_text(asked.key)) if asked.key else None
    notes = {path: _text(path) for path in asked.checkpoint}
    opened = {path: open_checkpoint(note, key) for path, note in notes.items() if key}
    files = {path: _sha256_of(path) for path in asked.file}
    roots: dict[int, str | None] = {size: None for size, _ in opened.values()}
    roots[0] = sha256(b"").hexdigest()
    places: dict[str, str] = {}
    tree, log = Tree(), ""
    with open(asked.log, "rb") as lines:
        for record in records(lines):
            leaf, log = record["leaf"], record["leaf"]["log"]
            tree.add(record["hash"])
            if leaf["seq"] in roots:
                roots[leaf["seq"]] = tree.root()
            if leaf["sha256"] in files.values():
                places.setdefault(leaf["sha256"], _place(leaf))
            if leaf["seq"] in asked.record:
                say(_shown(record))
    yield True, f"Catatan desa {log or '(kosong)'}: {tree.size} catatan, rantainya utuh."
    if key and log and key[0] != ORIGIN + log:
        yield False, f"Kunci ini milik {key[0]}, bukan milik desa {log}."
    if not opened:
        say("perhatian    Tanpa titik periksa, catatan yang seluruhnya ditulis ulang tidak terlihat.")
    for path, (size, root) in opened.items():
        yield roots[size] == root, f"{path}: {_compared(size, root, roots[size])}"
    for path, digest in files.items():
        yield (
            digest in places,
            f"{path} {places.get(digest, 'tidak ada, persis seperti ini, dalam catatan')}.",
        )
    for number in sorted(set(asked.record) - set(range(1, tree.size + 1))):
        yield False, f"Catatan no. {number} tidak ada."


def _compared(size: int, signed_root: str, root: str | None) -> str:
    if root is None:
        return f"waktu itu ada {size} catatan; salinan ini lebih pendek, ada yang hilang."
    if root != signed_root:
        return f"{size} catatan pertama bukan lagi yang dahulu ditandatangani."
    return f"{size} catatan pertama sama dengan yang dahulu ditandatangani."


# ---- the log


def records(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The records of a log, one by one; Refused at the first line that does not hold."""
    seq, prev, log, closed = 0, "0" * 64, None, False
    for number, line in enumerate(lines, start=1):
        if closed:
            raise Refused(f"Baris {number}: masih ada isi sesudah baris penutup.")
        value = _canonical_object(line, number)
        if set(value) == {"head"}:
            closed = True
            _check_head(value["head"], seq, prev, log, number)
            continue
        seq += 1
        _check_record(value, seq, prev, log, number)
        prev, log = value["hash"], value["leaf"]["log"]
        yield value
    if not closed:
        raise Refused(f"Sesudah baris {seq}: baris penutup tidak ada; ujung catatan terpotong.")


def _canonical_object(line: bytes, number: int) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"), parse_float=_no_number, parse_constant=_no_number)
        written = canonical(value) + b"\n"
    except (ValueError, RecursionError):
        raise Refused(f"Baris {number}: bukan baris catatan.") from None
    if not isinstance(value, dict) or written != line:
        raise Refused(f"Baris {number}: tidak ditulis dalam bentuk baku.")
    return value


def canonical(value: Any) -> bytes:
    """The one way to write a value; ValueError for a value that has none."""
    _check_plain(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def _check_plain(value: Any) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if not key.isascii():
                raise ValueError(key)
            _check_plain(item)
    elif isinstance(value, list):
        for item in value:
            _check_plain(item)
    elif type(value) is int and abs(value) >= 2**53:
        raise ValueError(value)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _check_head(head: Any, seq: int, prev: str, log: str | None, number: int) -> None:
    fits = isinstance(head, dict) and set(head) == {"hash", "log", "size"}
    if not fits or not _like(NAME, head["log"]) or log not in (None, head["log"]):
        raise Refused(f"Baris {number}: baris penutup salah.")
    if (type(head["size"]), head["size"], head["hash"]) != (int, seq, prev):
        raise Refused(f"Baris {number}: menurut baris penutup ada {head['size']} catatan, yang ada {seq}.")


def _check_record(value: dict[str, Any], seq: int, prev: str, log: str | None, number: int) -> None:
    if set(value) != {"hash", "leaf", "payload", "salt"} or not _is_leaf(value["leaf"]):
        raise Refused(f"Baris {number}: bukan catatan dalam bentuk yang dikenal.")
    leaf, payload, salt = value["leaf"], value["payload"], value["salt"]
    if leaf["seq"] != seq:
        raise Refused(f"Baris {number}: seharusnya catatan no. {seq}, tertulis no. {leaf['seq']}.")
    if log not in (None, leaf["log"]):
        raise Refused(f"Baris {number}: catatan desa lain ({leaf['log']}).")
    if leaf["prev"] != prev:
        raise Refused(f"Baris {number}: tidak tersambung dengan catatan sebelumnya.")
    if sha256(b"\x00" + canonical(leaf)).hexdigest() != value["hash"]:
        raise Refused(f"Baris {number}: catatan ini diubah.")
    if payload is None and salt is None:
        return
    if not isinstance(payload, dict) or not _like(HASH, salt):
        raise Refused(f"Baris {number}: isi catatan atau garamnya hilang sebagian.")
    if sha256(bytes.fromhex(salt) + canonical(payload)).hexdigest() != leaf["payload_hash"]:
        raise Refused(f"Baris {number}: isi catatan ini diubah.")
    file = payload["docx_sha256"] if "docx_sha256" in payload else payload.get("file_sha256")
    told = [payload.get("type"), payload.get("version"), file, payload.get("text_sha256")]
    # as JSON, because for Python True equals 1
    if canonical(told) != canonical([leaf[key] for key in ("type", "version", "sha256", "text_sha256")]):
        raise Refused(f"Baris {number}: catatan dan isinya bertentangan.")


def _is_leaf(leaf: Any) -> bool:
    fits = isinstance(leaf, dict) and set(leaf) == set(LEAF)
    return fits and all(_like(LEAF[key], leaf[key]) for key in LEAF)


def _like(form: str, value: Any) -> bool:
    return re.fullmatch(form, canonical(value).decode("utf-8")) is not None


# ---- checkpoints


class Tree:
    """The Merkle tree of RFC 6962 over the hashes of the records: roots of full subtrees, with their sizes."""

    def __init__(self) -> None:
        self.size = 0
        self._full: list[tuple[int, bytes]] = []

    def add(self, leaf_hash: str) -> None:
        self.size += 1
        self._full.append((1, bytes.fromhex(leaf_hash)))
        while len(self._full) > 1 and self._full[-1][0] == self._full[-2][0]:
            (size, right), (_, left) = self._full.pop(), self._full.pop()
            self._full.append((2 * size, sha256(b"\x01" + left + right).digest()))

    def root(self) -> str:
        root = self._full[-1][1]
        for _, left in self._full[-2::-1]:
            root = sha256(b"\x01" + left + root).digest()
        return root.hex()


def read_key(text: str) -> Key:
    """Name, id and the 32 bytes of the key in its line "name+id+base64"."""
    parts = text.strip().split("+", 2)  # base64 may hold a plus, names and ids do not
    data = _base64(parts[2]) if len(parts) == 3 else None
    if not data or len(data) != 33 or data[:1] != b"\x01":
        raise Refused("Kunci tidak terbaca; salin seluruh barisnya.")
    identity = sha256(parts[0].encode("utf-8") + b"\n" + data).digest()[:4]
    if identity.hex() != parts[1]:
        raise Refused("Kunci salah tulis: nomornya tidak sesuai dengan isinya.")
    return parts[0], identity, data[1:]


def open_checkpoint(note: str, key: Key) -> tuple[int, str]:
    """Size and root (hexadecimal) of a checkpoint that the key has signed."""
    name, identity, public = key
    text, gap, signatures = note.rpartition("\n\n")
    found = re.fullmatch(f"(.+)\n(0|{NUMBER})\n(.+)\n", f"{text}\n")
    root = _base64(found[3]) if found else None
    if not gap or not found or not root or len(root) != 32 or not signatures.endswith("\n"):
        raise Refused(NO_CHECKPOINT)
    if found[1] != name:
        raise Refused(f"Titik periksa ini milik {found[1]}, bukan {name}.")
    lines = [_signature(line) for line in signatures[:-1].split("\n")]
    ours = [data[4:] for owner, data in lines if (owner, data[:4]) == (name, identity)]
    if not ours or not all(signed(public, f"{text}\n".encode(), one) for one in ours):
        raise Refused("Tanda tangan titik periksa tidak sah.")
    return int(found[2]), root.hex()


def _signature(line: str) -> tuple[str, bytes]:
    words = line.split(" ")
    data = _base64(words[2]) if len(words) == 3 and words[0] == "\u2014" else None
    if not data:
        raise Refused(NO_CHECKPOINT)
    return words[1], data


def _base64(text: str) -> bytes | None:
    try:
        data = b64decode(text, validate=True)
    except ValueError:
        return None
    return data if b64encode(data).decode("ascii") == text else None


# ---- Ed25519 (RFC 8032), checking only; points as (X, Y, Z, T)

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature (64 bytes) of the message is by the owner of the public key (32 bytes)."""
    owner = _point(public)
    s = int.from_bytes(signature[32:], "little")
    if owner is None or len(signature) != 64 or s >= L:
        return False
    h = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % L
    x, y, z, t = _times(h, owner)
    return _encoded(_sum(_times(s, BASE), (P - x, y, z, P - t))) == signature[:32]


def _sum(a: Point, b: Point) -> Point:
    low, high = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = high - low, d - c, d + c, high + low
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(factor: int, point: Point) -> Point:
    result: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = _sum(result, point)
        point, factor = _sum(point, point), factor >> 1
    return result


def _point(encoded: bytes) -> Point | None:
    sign, y = encoded[-1] >> 7 if encoded else 0, int.from_bytes(encoded, "little") & (2**255 - 1)
    if len(encoded) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def _encoded(point: Point) -> bytes:
    inverse = pow(point[2], P - 2, P)
    x, y = int(point[0] * inverse % P), int(point[1] * inverse % P)
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = _point(bytes([0x58]) + bytes([0x66] * 31)) or (0, 0, 0, 0)


# ---- what people type and read


class _Parser(argparse.ArgumentParser):
    def format_help(self) -> str:
        return __doc__ or ""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Cara pakai salah ({message}). Lihat: python periksa_catatan.py --help\n")


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = _Parser()
    parser.add_argument("log")
    parser.add_argument("--key")
    parser.add_argument("--checkpoint", nargs="+", action="extend", default=[])
    parser.add_argument("--file", nargs="+", action="extend", default=[])
    parser.add_argument("--record", nargs="+", action="extend", default=[], type=int)
    asked = parser.parse_args(argv)
    if asked.checkpoint and not asked.key:
        parser.error("--checkpoint perlu --key")
    return asked


def _text(path: str) -> str:
    if path.startswith(ORIGIN):  # the key itself rather than a file with it
        return path
    with open(path, "rb") as file:
        return file.read().decode("utf-8", "replace")  # a letter that is none does not fit any form


def _sha256_of(path: str) -> str:
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()


def _place(leaf: dict[str, Any]) -> str:
    version = f", versi {leaf['version']}" if leaf["version"] else ""
    return f"persis seperti dalam catatan no. {leaf['seq']} ({leaf['draft']}{version}, {leaf['at']})"


def _shown(record: dict[str, Any]) -> str:
    leaf = record["leaf"]
    content = "sudah dihapus" if record["payload"] is None else canonical(record["payload"]).decode("utf-8")
    about = leaf["draft"] or leaf["log"]
    return (
        f"catatan {leaf['seq']:>4} {leaf['at']}  {leaf['type']}  oleh {leaf['actor']} ({leaf['role']})  {about}\n"
        f"             sidik {record['hash']}\n             isi {content}"
    )


def say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):  # a console that lacks a letter shows "?" rather than stopping
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
