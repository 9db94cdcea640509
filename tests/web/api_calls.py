"""A program that uses the API as somebody of the village."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from web.conftest import VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.web.access.tokens import make_token

JSON = "application/json"


class Program:
    """Sends to the API with one person's key; `headers` e.g. x_perdes_pin="271828"."""

    def __init__(self, office: Office, person: Role | str, village: str = VILLAGE) -> None:
        self.token = make_token(office.account(person, village), "uji")
        self._client = Client(headers={"authorization": f"Bearer {self.token}"})

    def get(self, path: str, **query: Any) -> Any:
        return self._client.get(f"/api{path}", query)

    def post(self, path: str, said: Any = None, **headers: str) -> Any:
        """As JSON; nothing where nothing is said."""
        if said is None:
            return self._client.post(f"/api{path}", headers=_named(headers))
        return self._client.post(f"/api{path}", said, content_type=JSON, headers=_named(headers))

    def send(self, path: str, form: dict[str, Any] | None = None, **headers: str) -> Any:
        """As a form, perhaps with files."""
        return self._client.post(f"/api{path}", form or {}, headers=_named(headers))

    def raw(self, path: str, *, data: bytes, content_type: str) -> Any:
        """Bytes as they are."""
        return self._client.post(f"/api{path}", data, content_type=content_type)


def word_file(data: bytes, name: str = "naskah.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
