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
