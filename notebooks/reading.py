"""Broadsheet's Parquet as pandas, by whichever engine is installed.

That is pyarrow, DuckDB or PySpark as installed by pip, or else DuckDB's Java driver through JPype,
which is what Debian and Maven Central offer and what the tests run. The rows are the same; only
the type of a nested value (a list or an array of dicts) differs, and nothing here depends on it.
"""

import importlib.util
import json
import os
import tempfile
from pathlib import Path

import pandas as pd

HERE = Path(__file__).parent
OUT = os.environ.get("BROADSHEET_OUT", str(HERE.parent / "out"))
COLUMNS_OF_TIME = ["published", "processed_at"]


def read(folder, *columns, out=OUT):
    """The named columns of `articles` or `rejects`, one row a record, sorted by source.

    Times are in UTC. pandas counts time from 1677 on: what is older becomes missing.
    """
    path = Path(out, folder)
    if not any(path.glob("**/*.parquet")):
        raise FileNotFoundError(
            f"No Parquet in {path}. Make an output with: jobs/broadsheet run --input data/sample"
            " --output out, or set BROADSHEET_OUT to the full path of one."
        )
    names = list(dict.fromkeys([*columns, "source_uri"]))
    rows = ENGINES[engine()](path, names)[names].sort_values("source_uri", ignore_index=True)
    for column in rows.columns.intersection(COLUMNS_OF_TIME):
        rows[column] = pd.to_datetime(rows[column], utc=True, errors="coerce")
    return rows[list(columns)]


def engine():
    """The name of the engine that reads: the first that is installed."""
    for name in ENGINES:
        if importlib.util.find_spec(name):
            return name
    raise ImportError("Nothing here reads Parquet; try: pip install pyarrow")


def _pyarrow(path, columns):
    import pyarrow.parquet

    # As Python's datetimes, since pandas before 2 refuses a column with a date before 1677.
    table = pyarrow.parquet.read_table(str(path), columns=columns)
    return table.to_pandas(timestamp_as_object=True)


def _duckdb(path, columns):
    import duckdb

    return duckdb.connect().execute(_select(path, columns)).df()


def _pyspark(path, columns):
    from pyspark.sql import SparkSession

    rows = SparkSession.builder.getOrCreate().read.parquet(str(path)).select(columns)
    return pd.DataFrame(map(json.loads, rows.toJSON().collect()), columns=columns)


def _java(path, columns):
    """DuckDB writes JSON Lines, so that no value has to cross from Java to Python."""
    import jpype

    if not jpype.isJVMStarted():
        # Debian keeps JPype's own jar apart from the module.
        jpype.startJVM(classpath=[_driver(), "/usr/share/java/org.jpype.jar"])
    database = jpype.JClass("java.sql.DriverManager").getConnection("jdbc:duckdb:")
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "rows.jsonl")
        copy = f"COPY ({_select(path, columns)}) TO '{lines}' (FORMAT json)"
        database.createStatement().execute(copy)
        with lines.open(encoding="utf-8") as rows:
            return pd.DataFrame(map(json.loads, rows), columns=columns)


def _driver():
    jars = sorted(map(str, (HERE.parent / "target/duckdb").glob("duckdb_jdbc-*.jar")))
    jar = os.environ.get("DUCKDB_JAR") or (jars[-1] if jars else None)
    if jar is None:
        raise FileNotFoundError(
            "JPype is here, but no jar of DuckDB's driver: see src/site/markdown/how-to/notebooks.md."
        )
    return jar


def _select(path, columns):
    files = str(path).replace("'", "''") + "/**/*.parquet"
    return f"SELECT {', '.join(columns)} FROM read_parquet('{files}')"


ENGINES = {"pyarrow": _pyarrow, "duckdb": _duckdb, "pyspark": _pyspark, "jpype": _java}
