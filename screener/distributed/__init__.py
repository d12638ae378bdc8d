"""The same screening on many machines: Apache Spark carries the rows, this package the content."""

from screener.distributed.frames import screen_dataframe

__all__ = ["screen_dataframe"]
