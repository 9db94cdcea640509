"""What the machine says of a file or disk, in words that a secretary can act on."""

import errno
from collections.abc import Mapping

_WORDS: Mapping[int, str] = {
    errno.ENOENT: "tidak ada",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "bagian dari namanya bukan folder",
    errno.EEXIST: "sudah ada",
    errno.ENOTEMPTY: "foldernya tidak kosong",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ENOSPC: "cakram penuh",
    errno.EDQUOT: "jatah cakram habis",
    errno.EROFS: "cakram hanya dapat dibaca",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "cakram bermasalah",
    errno.EINVAL: "namanya tidak dapat dipakai di sini",
}


def mishap(error: OSError) -> str:
    """What went wrong, without a full stop."""
    return _WORDS.get(error.errno or 0, "gangguan berkas")


# words of the databases: what they mean for whoever has to act
_DATABASES: Mapping[str, str] = {
    "readonly database": "basis data hanya dapat dibaca",
    "disk is full": "cakram penuh",
    "disk I/O error": "cakram bermasalah",
    "unable to open database": "basis data tidak dapat dibuka",
    "malformed": "basis data rusak",
    "not a database": "berkas basis data rusak",
    "connection failed": "peladen basis data tidak dapat dihubungi",
    "server closed the connection": "peladen basis data terputus",
}


def database_mishap(problem: str) -> str:
    """What a database said, in plain words where we know them."""
    return next((plain for words, plain in _DATABASES.items() if words in problem), problem)
