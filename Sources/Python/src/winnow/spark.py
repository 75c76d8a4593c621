"""winnow in Spark: a column of texts cleaned where its partitions are.

Nothing is shuffled, and each partition has one child process. A record depends on its document
alone, so tasks that are tried again or run twice (speculation) come to the same rows.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.sql import DataFrame
from pyspark.sql.types import IntegralType, StringType, StructField, StructType

from winnow import child

COLUMN = "winnow"
# Rows go on in batches of at most this many: ten thousand records, Spark's own measure, are large.
ROWS = 256


def clean(
    df: DataFrame,
    text: str = "text",
    id: str = "id",
    *,
    command: Sequence[str] | None = None,
    options: Sequence[str] = (),
    on_error: str = "keep",
) -> DataFrame:
    """The same rows and columns, the text cleaned, and a column `winnow` added.

    `winnow` is a struct of strings: `title`, `language`, `record` (the whole record as a line of
    JSON, for `winnow restore` and `winnow import`) and `error`. Where `error` is set (the text is
    null or not UTF-8), the other three are null and the text is what it was.

    Args:
        text: the column to clean, of strings.
        id: the column that tells rows apart, of strings or whole numbers; it stands in the record's
            `meta`.
        command, options, on_error: as for `winnow.clean`; "raise" fails the job at an error.
    """
    for name, types in ((text, StringType), (id, (StringType, IntegralType))):
        if name not in df.columns:
            raise ValueError(f"{name}: no such column; there are {', '.join(df.columns)}")
        if not isinstance(kind := df.schema[name].dataType, types):
            raise ValueError(f"{name}: a column of {kind.simpleString()} can't be used")
    if COLUMN in df.columns:
        raise ValueError(f"{COLUMN}: there is such a column; drop it, or give it another name")
    schema = StructType(
        [
            *(StructField(f.name, f.dataType, f.nullable or f.name == text) for f in df.schema),
            StructField(
                COLUMN, StructType([StructField(name, StringType()) for name in child.KEPT])
            ),
        ]
    )
    arguments = {"command": command, "options": options, "on_error": on_error}
    return df.mapInArrow(_Cleaner(text, id, arguments), schema)


class _Row(NamedTuple):
    id: Any
    text: str | None


@dataclass(frozen=True)
class _Cleaner:
    """What a partition goes through."""

    text: str
    id: str
    arguments: dict[str, Any]

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        pieces: deque[pa.RecordBatch] = deque()
        answers: list[child.Answer] = []
        for _, answer in child.clean(self._rows(batches, pieces), **self.arguments):
            answers.append(answer)
            if len(answers) == pieces[0].num_rows:
                yield self._join(pieces.popleft(), answers)
                answers.clear()

    def _rows(
        self, batches: Iterator[pa.RecordBatch], pieces: deque[pa.RecordBatch]
    ) -> Iterator[_Row]:
        for batch in batches:
            for start in range(0, batch.num_rows, ROWS):
                piece = batch.slice(start, ROWS)
                pieces.append(piece)
                yield from map(_Row, _values(piece[self.id]), _values(piece[self.text]))

    def _join(self, piece: pa.RecordBatch, answers: list[child.Answer]) -> pa.RecordBatch:
        was = piece[self.text]

        def strings(values: Iterator[str | None]) -> pa.Array:
            return pa.array(values, was.type)

        columns = dict(zip(piece.schema.names, piece.columns, strict=True))
        columns[self.text] = pc.coalesce(strings(a.text for a in answers), was)
        columns[COLUMN] = pa.StructArray.from_arrays(
            [strings(getattr(a, name) for a in answers) for name in child.KEPT], child.KEPT
        )
        return pa.RecordBatch.from_pydict(columns)


def _values(column: pa.Array) -> Iterator[Any]:
    """The values in Python; strings in Spark may be bytes that are not UTF-8."""
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        for value in column.cast(pa.large_binary()).to_pylist():
            yield None if value is None else value.decode("utf-8", "surrogateescape")
    else:
        yield from column.to_pylist()
