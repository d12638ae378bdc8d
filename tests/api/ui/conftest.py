"""The workbench asked through HTTP: pages read, forms sent as a browser sends them."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from screener.model.access import SCOPES, Scope
from screener.storage.repository import Repository
from tests.api.conftest import HOST

_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
_TAG = re.compile(r"<[^>]*>")

LINE = {
    "product_description": "hand crocheted dolls from 백토 교화소",
    "supplier_name": "Dandong Example Crafts",
    "supplier_city": "Dandong",
    "supplier_country": "CN",
    "keep": "on",
}


class Person:
    """Someone at a browser: keeps cookies and sends forms with the token of a page."""

    def __init__(self, client: TestClient) -> None:
        """Sit at a browser."""
        self.client = client

    def see(self, path: str) -> Response:
        """Return a page, or where it leads."""
        return self.client.get(f"/ui{path}")

    def token(self, path: str) -> str:
        """Return the token in the forms of a page."""
        found = _TOKEN.search(self.see(path).text)
        assert found is not None, f"{path} has no form"
        return found[1]

    def send(self, path: str, fields: dict[str, str], *, seen: str) -> Response:
        """Send a form; its token is that of the page that was seen before."""
        return self.client.post(f"/ui{path}", data={**fields, "csrf": self.token(seen)})

    def screened(self, **fields: str) -> str:
        """Return the path of a screening just made."""
        answer = self.send("/screen", {**LINE, **fields}, seen="/screen")
        assert answer.status_code == 200, answer.text
        assert answer.url.path.startswith("/ui/screenings/")
        return str(answer.url.path).removeprefix("/ui")

    def supplier(self) -> str:
        """Return the path of a supplier who has a line."""
        self.screened()
        return f"/suppliers/{self.client.get('/v1/suppliers').json()['suppliers'][0]['id']}"


MakePerson = Callable[..., Person]


def words(page: Response) -> str:
    """Return what a reader reads on a page."""
    return " ".join(unescape(_TAG.sub(" ", page.text)).split())


@pytest.fixture(name="address")
def _address(tmp_path: Path) -> str:
    """Return the address of an empty database; what differs between kinds is tested below REST."""
    return f"sqlite:///{tmp_path}/store.sqlite3"


@pytest.fixture(name="person")
def _person(client: TestClient) -> Person:
    """Return whoever sits at the machine of a service without keys."""
    return Person(client)


@pytest.fixture(name="signed_in")
def _signed_in(app: FastAPI, repository: Repository) -> MakePerson:
    """Return what signs a person in with a key of their own."""

    def sign_in(owner: str, *scopes: Scope) -> Person:
        made = repository.keys.create(owner, scopes or SCOPES, actor="test")
        someone = Person(TestClient(app, base_url=HOST))
        answer = someone.send("/sign-in", {"key": made.token}, seen="/sign-in")
        assert answer.status_code == 200, answer.text
        return someone

    return sign_in
