"""The published client of yente, unchanged, against a service on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from yente_client import (
    AuthenticationError,
    BadRequestError,
    Client,
    Company,
    LegalEntity,
    MatchError,
    NotFoundError,
    Person,
)
from yente_client.entities import Address, EntityInput

from screener.storage.repository import Repository
from tests.api.compat.loopback import serving

LISTED: tuple[tuple[str, EntityInput, str | None], ...] = (
    ("body", Company(name="National Aerospace Technology Administration"), "UN-1718:KPe.029"),
    ("another script", LegalEntity(name="백토교화소"), "E-PAEKTO"),
    ("another name", LegalEntity(name="Tosong-ri Labor Camp"), "E-PAEKTO"),
    ("person", Person(name="Ri Hong-sop", nationality="kp"), "UN-1718:KPi.004"),
    ("parts of a name", Person(firstName="Hong-sop", lastName="Ri"), "UN-1718:KPi.004"),
    ("place", Address(city="Dandong", country="cn"), "P-DANDONG"),
    ("order", Company(name="Shanghai Select Safety Products Co., Ltd."), "CBP-WRO:WRO001"),
    ("nobody", Company(name="Zweifelsohne Strickwaren GmbH", country="de"), None),
    ("nobody else", Person(name="Ann Example"), None),
    ("no place", Address(city="Como"), None),
)


@pytest.fixture(scope="module", name="base")
def _base(shared: TestClient) -> Iterator[str]:
    app = shared.app
    assert isinstance(app, FastAPI)
    with serving(app) as address:
        yield address


@pytest.fixture(scope="module", name="asking")
def _asking(base: str) -> Iterator[Client]:
    with Client(base_url=base) as client:
        yield client


@pytest.mark.parametrize(
    ("entity", "expected"), [one[1:] for one in LISTED], ids=[one[0] for one in LISTED]
)
def test_a_name_is_screened(asking: Client, entity: EntityInput, expected: str | None) -> None:
    answer = asking.match(entity)

    assert [one.id for one in answer.matches] == ([expected] if expected else [])
    assert answer.total.value == len(answer.matches)
    for one in answer.matches:
        assert one.score == one.contributing_explanations["name"].score >= 0.76
        assert one.datasets
        assert one.last_seen is not None


def test_ten_names_are_screened_at_once(asking: Client) -> None:
    answers = dict(asking.match_iter([one[:2] for one in LISTED], workers=4))

    found = {
        key: answer if isinstance(answer, MatchError) else answer.top and answer.top.id
        for key, answer in answers.items()
    }
    assert found == {key: expected for key, _, expected in LISTED}


def test_results_below_the_threshold_are_named_and_do_not_match(asking: Client) -> None:
    company = Company(name="Aksu Huafu Textile")

    alone, beside = asking.match(company), asking.match(company, cutoff=0.5)

    scores = [one.score for one in beside.results]
    assert [one.id for one in alone.results] == [one.id for one in beside.matches]
    assert beside.total.value == len(beside.matches) < len(beside.results)
    assert [one.match for one in beside.results] == [score >= 0.76 for score in scores]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0.5


def test_datasets_choose_the_lists(asking: Client) -> None:
    company = Company(name="Green Pine Associated Corp")

    assert asking.match(company, datasets=["un-1718"]).top is not None
    assert asking.match(company, datasets=["uflpa-sample"]).top is None
    assert asking.match(company, datasets=["uflpa-sample", "un-1718"]).top is not None
    assert asking.match(company, exclude_datasets=["un-1718", "ofac-dprk"]).top is None
    assert asking.match(company, topics=["sanction"]).top is not None
    assert asking.match(company, topics=["forced.labor"]).top is None
    assert (
        asking.match(company, exclude_entities=["UN-1718:KPe.010", "OFAC-DPRK:12212"]).top is None
    )
    assert asking.match(company, datasets=["un-1718"], changed_since="2025-01-01").top is None


def test_what_cannot_be_asked_is_refused_and_reads_as_no_all_clear(asking: Client) -> None:
    company = Company(name="Green Pine Associated Corp")

    with pytest.raises(NotFoundError, match="no dataset us_ofac_sdn"):
        asking.match(company, datasets=["us_ofac_sdn"])
    with pytest.raises(BadRequestError, match="no algorithm logic-v2"):
        asking.match(company, algorithm="logic-v2")
    with pytest.raises(BadRequestError, match="no weights"):
        asking.match(company, weights={"name_match": 1.0})
    with pytest.raises(BadRequestError, match="no name to look for"):
        asking.match(Company(registrationNumber="12345"))
    with pytest.raises(BadRequestError, match="no entry of goods can be found"):
        asking.match(company, datasets=["goods"])
    with pytest.raises(BadRequestError, match=r"has the topic role\.pep"):
        asking.match(company, topics=["role.pep"])
    assert asking.match(company, algorithm="best").top is not None


def test_lists_are_searched_and_fetched(asking: Client) -> None:
    found = asking.search("xinjiang", limit=3, schema="Company", facets=["datasets"])

    assert found.total.value >= 3
    assert len(found.results) == 3
    assert found.facets["datasets"].values[0].name == "uflpa-sample"
    camp = asking.fetch("E-PAEKTO")
    place = camp.properties["addressEntity"][0]
    assert not isinstance(place, str)
    assert (camp.schema_, place.id, camp.first_seen) == ("Organization", "P-SINUIJU", None)
    assert asking.fetch("E-PAEKTO", nested=False).properties["addressEntity"] == ["P-SINUIJU"]
    with pytest.raises(NotFoundError):
        asking.fetch("Q1")


def test_the_catalogue_is_asked_again_only_if_it_changed(asking: Client) -> None:
    first, again = asking.datasets(), asking.datasets()

    assert first == again
    assert [cached[0] for cached in asking._etag_cache.values()]
    names = {one.name: one for one in first.datasets}
    assert names["default"].children == sorted(set(names) - {"default", "all"})
    assert {*first.current, *first.outdated} == set(names["default"].children)
    assert all(one.load and one.version and one.updated_at for one in first.datasets)


def test_algorithms_and_health_are_told(asking: Client) -> None:
    told = asking.algorithms()

    assert told.best in [one.name for one in told.algorithms]
    assert asking.healthz().status == "ok"
    assert asking.readyz().status == "ready"


@pytest.fixture(name="address")
def _address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/store.sqlite3"


def test_a_key_is_shown_as_the_client_shows_it(app: FastAPI, repository: Repository) -> None:
    token = repository.keys.create("erp", ["screen"], actor="test").token
    reader = repository.keys.create("reader", ["read"], actor="test").token
    with serving(app) as base:
        with Client(base_url=base, api_key=token) as client:
            assert client.match(LegalEntity(name="백토교화소")).top is not None
            with pytest.raises(AuthenticationError, match="403"):
                client.datasets()
        with Client(base_url=base, headers={"Authorization": f"Bearer {reader}"}) as client:
            assert client.datasets().datasets
        with Client(base_url=base) as client, pytest.raises(AuthenticationError, match="401"):
            client.match(LegalEntity(name="백토교화소"))
        with (
            Client(base_url=base, api_key="fls_x_y") as client,
            pytest.raises(AuthenticationError, match="401"),
        ):
            client.algorithms()
