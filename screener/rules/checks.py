"""Every check of a rule pack: its code, what it is about, and whether it stops loading."""

from collections.abc import Mapping
from typing import NamedTuple

from screener.content.diagnostics import Severity


class Check(NamedTuple):
    """One check; a warning is shown and loads. ``dated``: what it finds changes with the day."""

    code: str
    title: str
    severity: Severity
    dated: bool = False


CHECKS = (
    Check("R000", "The file cannot be read", "error"),
    Check("R001", "Unknown key or file", "error"),
    Check("R002", "Missing key", "error"),
    Check("R003", "Key or header given twice", "error"),
    Check("R004", "Wrong kind of value", "error"),
    Check("R005", "Not one of the allowed values", "error"),
    Check("R007", "Id of a wrong form, or not that of its file", "error"),
    Check("R008", "Id used twice", "error"),
    Check("R009", "Anchor, alias, tag, merge key, directive or second document", "error"),
    Check("R012", "Not an HS code", "error"),
    Check("R013", "Bare scalar that other YAML tools read differently", "warning"),
    Check("R014", "Not a country code", "error"),
    Check("R015", "Not an amount of money", "error"),
    Check("R016", "Amount without a unit", "error"),
    Check("R018", "Not a date", "error"),
    Check("R019", "HS code not in the edition", "error"),
    Check("R020", "More than one key in a condition", "error"),
    Check("R021", "Unknown column", "error"),
    Check("R022", "Empty list", "error"),
    Check("R023", "Impossible count", "error"),
    Check("R024", "Unknown entry, list, claim or provision", "error"),
    Check("R025", "Comparison that cannot be made", "error"),
    Check("R026", "Unknown condition, rule or test", "error"),
    Check("R028", "Test that the column's type does not have", "error"),
    Check("R029", "Definitions that go round in a circle", "error"),
    Check("R031", "Part that can never match", "error"),
    Check("R032", "Part that is always true", "warning"),
    Check("R033", "Meaning changed, version not", "error"),
    Check("R034", "Same logic as another rule", "warning"),
    Check("R035", "Subset of another rule in the same group", "warning"),
    Check("R036", "Condition, list or silence that nothing uses", "warning"),
    Check("R040", "No claim, or in a rule of form stated no basis", "error"),
    Check("R041", "Phrase that the rule itself forbids", "error"),
    Check("R042", "Report told as fact", "warning"),
    Check("R043", "Placeholder that is unknown or not always bound", "error"),
    Check("R044", "Sentence that asserts more than claims and entries support", "error"),
    Check("R045", "Source past its review day", "warning", dated=True),
    Check("R046", "Floor without a basis", "error"),
    Check("R047", "Points above what the grade of the claims allows", "error"),
    Check("R048", "Displaced party or victim made the subject of a risk", "error"),
    Check("R050", "No test that hits", "error"),
    Check("R051", "No test that misses", "error"),
    Check("R052", "Amount compared with a figure of another kind", "error"),
    Check("R053", "Limit without a test at the limit", "warning"),
    Check("R054", "No test with a missing column", "warning"),
    Check("R055", "Near miss that fails for another reason than it names", "warning"),
    Check("R056", "Test row unlike real data", "warning"),
    Check("R060", "Goods alone or a place alone above T1", "error"),
    Check("R061", "Place named by words instead of its id", "error"),
    Check("R062", "Short alias without an anchor", "error"),
    Check("R063", "Country code looked for in free text", "error"),
    Check("R064", "Certificate used to lower a risk", "error"),
    Check("R065", "Veto or exception on a gate", "error"),
    Check("R066", "Pack that could give more points than the risk score can order", "error"),
    Check("R070", "Exception without reason, approver or expiry", "error"),
    Check("R071", "Expired, or past its review day", "warning", dated=True),
    Check("R072", "Override of an unknown id", "error"),
    Check("R073", "Slow rule", "warning"),
    Check("R074", "Pattern outside RE2", "error"),
    Check("R075", "Overlay that lowers a gate", "error"),
    Check("R076", "Rule that only its owner has reviewed", "error"),
    Check("R077", "Rule that counts without a backtest", "error"),
    Check("R078", "Pack made for another engine", "error"),
)
"""In the order of their codes, which are permanent."""

BY_CODE: Mapping[str, Check] = {check.code: check for check in CHECKS}
"""The checks by code."""
