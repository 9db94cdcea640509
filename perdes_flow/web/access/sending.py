"""What somebody sends, as a key: the same from the same person to the same address is written once."""

from collections.abc import Container
from hashlib import sha256

from django.http import HttpRequest


def key_of(request: HttpRequest, sender: str, leaving_out: Container[str] = (), *, named: str = "") -> str:
    """The key of this very act: who, where to, and all that is said; `named` is what the sender calls it.

    Fields and files by themselves, not the bytes around them: a program that sends again draws its boundaries anew.
    """
    said = sha256(f"{sender}\n{request.path}\n{named}".encode())
    if request.content_type == "application/json":
        said.update(request.body)
    for name in sorted(request.POST):
        if name not in leaving_out:
            said.update(repr((name, request.POST.getlist(name))).encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            said.update(name.encode())
            for chunk in file.chunks():
                said.update(chunk)
            file.seek(0)
    return f"web-{said.hexdigest()}"
