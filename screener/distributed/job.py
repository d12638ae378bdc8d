"""A whole table screened on a cluster: read, screened and written where it lies."""

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from screener.batch.counts import TIERS, Counts, new_counts, ordered
from screener.batch.workers import snapshot_of
from screener.distributed.frames import Asked, added_to, screened_frame
from screener.errors import ConfigError, InputError
from screener.factory import load

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

TABLE = "table:"
"""What stands before the name of a table of the cluster's catalogue, an Iceberg table for instance."""
_NAME = "forced-labor-screener"


class Job(NamedTuple):
    """What is screened on a cluster, and into which folder or table.

    ``source`` and ``target`` are paths or URLs of Parquet, or names of tables behind ``table:``.
    ``master`` is the address of the cluster; None leaves it to the settings of Spark.
    """

    source: str
    target: str
    master: str | None
    asked: Asked


def run(job: Job) -> dict[str, object]:
    """Screen a table on a cluster and return the summary; what the target held is replaced.

    Raises:
        ConfigError: The extra ``spark`` is not installed.
        InputError: Spark cannot read the table, or it cannot be screened.

    """
    asked = job.asked
    session = _session(job.master)
    try:
        frame = _read(session, job.source)
        screener = load(rules=asked.rules, lists=asked.lists, as_of=asked.as_of)
        writer = screened_frame(frame, screener, asked).write.mode("overwrite")
        if job.target.startswith(TABLE):
            writer.saveAsTable(job.target.removeprefix(TABLE))
        else:
            writer.parquet(job.target)
        tier, *_, reject = added_to(frame.columns)
        counts = _counted(_read(session, job.target), tier, reject)
    finally:
        session.stop()
    return {
        "rows": {"read": counts.read, "screened": counts.screened, "rejected": counts.rejected},
        "tiers": {tier: counts.tiers[tier] for tier in TIERS},
        "rejects": ordered(counts.rejects),
        "scope": msgspec.to_builtins(screener.scope),
        "snapshot": snapshot_of(screener, asked.as_of),
    }


def _session(master: str | None) -> "SparkSession":
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - comes with the extra "spark" alone
    except ModuleNotFoundError as error:
        message = "--engine spark needs the extra: install forced-labor-screener[spark]"
        raise ConfigError(message) from error
    builder = SparkSession.builder.appName(_NAME)
    return (builder.master(master) if master is not None else builder).getOrCreate()


def _read(session: "SparkSession", source: str) -> "DataFrame":
    from pyspark.errors import AnalysisException  # noqa: PLC0415 - as above

    try:
        if source.startswith(TABLE):
            return session.table(source.removeprefix(TABLE))
        return session.read.parquet(source)
    except AnalysisException as error:
        message = f"Spark cannot read {source}: {error.getMessage()}"
        raise InputError(message) from error


def _counted(frame: "DataFrame", tier: str, reject: str) -> Counts:
    """Return how many rows of a screened table have each tier, and each reason of rejection."""
    counts = new_counts()
    for row in frame.groupBy(f"`{tier}`", f"`{reject}`").count().collect():
        of_tier, wrong, rows = row
        if wrong is None:
            counts.tiers[of_tier] += rows
        else:
            counts.rejects[wrong.split(";")[0]] += rows
    return counts
