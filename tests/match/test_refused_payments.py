"""A payment that was refused or came back in a year that is named is past; any other is a payment."""

import pytest

from screener.model.record import Record
from screener.model.screening import Screening
from screener.pipeline import Screener


def screened(screener: Screener, notes: str) -> Screening:
    return screener.screen(Record(line_id="1", product_description="wall paint", notes=notes))


@pytest.mark.parametrize(
    "notes",
    [
        "payment to Korea Mining Development Trading Corporation refused in 2019",
        "In 2019 they refused payment to Korea Kwangson Banking Corp",
        "We refused payment to Korea Kwangson Banking Corp",
        "2019年汇款给朝鲜被银行拒绝",
        "2019년 북한으로 송금이 거절되었다",
    ],
)
def test_old_payment_refused_is_a_mention(notes: str, screener: Screener) -> None:
    screening = screened(screener, notes)

    assert {(hit.role, hit.mention) for hit in screening.hits} == {("mention", "past")}
    assert screening.tier in ("T1", "T2")


@pytest.mark.parametrize(
    "notes",
    [
        "our payment to Korea Kwangson Banking Corp was refused in 2019",
        "2019年我们汇款给朝鲜被银行拒绝",
    ],
)
def test_own_old_payment_refused_is_a_link(notes: str, screener: Screener) -> None:
    screening = screened(screener, notes)

    assert {(hit.role, hit.mention) for hit in screening.hits} == {("party", "past")}
    assert screening.tier == "T3"


@pytest.mark.parametrize(
    "notes",
    [
        "remittance to Korea Kwangson Banking Corp declined by bank",
        "payment to North Korea was returned by the bank",
        "Bank refused payment to North Korea",
        "our payment to Korea Kwangson Banking Corp was refused",
        "汇款给朝鲜被银行拒绝",
        "付款给平壤的款项被退回",
        "북한으로 송금이 거절되었다",
        "평양으로 송금이 은행에서 거부됨",
        "платёж в пользу КНДР отклонён банком",
        "el pago a Corea del Norte fue rechazado",
        "Zahlung an Nordkorea abgelehnt",
        "virement à Corée du Nord refusé",
        "平壌への送金は拒否された",
        "thanh toán cho Bắc Triều Tiên bị từ chối",
        "payment to Korea Kwangson Banking Corp was not refused",
        "payment to our bank was rejected, remit to Korea Kwangson Banking Corp instead",
        "returned payment to North Korea",
        "payment to North Korea refused at first but remitted to Pyongyang in cash",
        "T/T to Korea Kwangson Banking Corp, the invoice before was refused",
        "북한으로 송금이 거절되지 않았다",
        "汇款给朝鲜",
    ],
)
def test_payment_stands_where_no_year_or_no_refusal_of_its_clause_takes_it_back(
    notes: str, screener: Screener
) -> None:
    screening = screened(screener, notes)

    assert "payment" in {hit.role for hit in screening.hits}
    assert screening.tier == "T4"


def test_refused_goods_are_no_refused_payment(screener: Screener) -> None:
    assert screened(screener, "refused goods were sewn anew in Sinuiju").tier == "T4"
