"""Counts for charts: topics by article, over time, together, and how sure. Pandas only.

A table of marks is what all but the first take: one row an article, one column a topic (or a tag,
or a label of your own), true where the article has it.
"""

import numpy as np
import pandas as pd

PERIODS = {"D": "day", "W-MON": "week", "MS": "month", "QS": "quarter", "YS": "year"}


def topic_rows(articles):
    """One row a topic of an article: `article` (its row's label), name and probability.

    >>> articles = pd.DataFrame({"topics": [[{"name": "sport", "probability": 0.9}], []]})
    >>> topic_rows(articles).values.tolist()
    [[0, 'sport', 0.9]]
    """
    each = articles["topics"].explode().dropna()
    rows = pd.DataFrame(each.tolist(), columns=["name", "probability"])
    rows.insert(0, "article", each.index.to_numpy())
    return rows


def marks(article, name, index):
    """A table of marks from pairs of an article and a name; `index` has all articles.

    >>> marks([0, 0, 2], ["sport", "sport", "law"], range(3)).astype(int).values.tolist()
    [[0, 1], [0, 0], [1, 0]]
    """
    codes, names = pd.factorize(np.asarray(name), sort=True)
    table = np.zeros((len(index), len(names)), dtype=bool)
    table[pd.Index(index).get_indexer(np.asarray(article)), codes] = True
    return pd.DataFrame(table, index=index, columns=names)


def by_frequency(marked):
    """The columns, most frequent first; of equals, in alphabetical order.

    >>> list(by_frequency(marks([0, 1, 1, 1], ["b", "b", "c", "a"], range(2))))
    ['b', 'a', 'c']
    """
    counts = marked.sum().sort_index().sort_values(ascending=False, kind="stable")
    return marked[counts.index]


def by_period(marked, published, period=None):
    """Articles by period: those with each mark, and all. Days without articles count as zero. The
    index bears the period's name; both tables are empty if no article has a date.

    >>> days = pd.to_datetime(pd.Series(["2024-01-01", None, "2024-01-03"]), utc=True)
    >>> counts, volume = by_period(marks([0, 1, 2], ["law"] * 3, range(3)), days, "D")
    >>> volume.tolist(), counts["law"].tolist()
    ([1, 0, 1], [1, 0, 1])
    """
    day = published.dropna().dt.tz_localize(None).dt.normalize()
    days = pd.DatetimeIndex([]) if day.empty else pd.date_range(day.min(), day.max())
    volume = day.value_counts().reindex(days, fill_value=0)
    counts = marked.loc[day.index].groupby(day).sum().reindex(days, fill_value=0)
    if not day.empty:
        period = period or readable_period(volume)
        bins = {"rule": period, "label": "left", "closed": "left"}
        counts, volume = counts.resample(**bins).sum(), volume.resample(**bins).sum()
    return counts.rename_axis(PERIODS.get(period)), volume.rename_axis(PERIODS.get(period))


def readable_period(volume, typical=20, most=200):
    """The finest of PERIODS whose typical period that has articles has 20, and that makes at most
    200 points; else years. `volume` is by day.

    >>> days = pd.date_range("2024-01-01", "2024-12-31")
    >>> readable_period(pd.Series(1, days)), readable_period(pd.Series(30, days[:100]))
    ('MS', 'D')
    """
    for period in PERIODS:
        sums = volume.resample(period).sum()
        if len(sums) <= most and sums[sums > 0].median() >= typical:
            return period
    return "YS"


def shares(counts, volume):
    """Each count as a share of all articles of its period; 0 where there are none.

    >>> shares(pd.DataFrame({"law": [1, 0]}), pd.Series([4, 0]))["law"].tolist()
    [0.25, 0.0]
    """
    return counts.div(volume.where(volume > 0), axis=0).fillna(0)


def wilson(count, of, z=1.96):
    """The 95 % interval of a share (Wilson 1927): honest for few articles, unlike share ± z·se.

    >>> low, high = wilson(np.array([0, 5]), np.array([10, 10]))
    >>> low.round(2).tolist(), high.round(2).tolist()
    ([0.0, 0.24], [0.28, 0.76])
    >>> bool((wilson(np.arange(1, 500), np.arange(1, 500))[1] == 1).all())
    True
    """
    n = np.where(np.asarray(of) > 0, of, np.nan)
    p = np.asarray(count) / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    reach = z / (1 + z**2 / n) * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    # The share itself is within, whatever the rounding.
    return np.clip(middle - reach, 0, p), np.clip(middle + reach, p, 1)


def given(rows, columns):
    """Of the articles with the row's mark, the share with the column's.

    >>> both = marks([0, 0, 1], ["sport", "soccer", "sport"], range(2))
    >>> given(both, both).round(2).values.tolist()
    [[1.0, 1.0], [0.5, 1.0]]
    """
    together = rows.astype(int).T @ columns.astype(int)
    return together.div(rows.sum(), axis=0)


def reliability(probability, is_right, bins=10):
    """For bins of probability: its mean, the share that is right with its interval, the number.

    >>> reliability([0.91, 0.95, 0.31], [True, False, True])[["n", "share"]].values.tolist()
    [[1.0, 1.0], [2.0, 0.5]]
    """
    table = pd.DataFrame({"probability": probability, "is_right": is_right})
    edge = np.minimum((table["probability"] * bins).astype(int), bins - 1)
    by_bin = table.astype(float).groupby(edge)
    result = by_bin.agg(mean=("probability", "mean"), n=("is_right", "size"))
    result["share"] = by_bin["is_right"].mean()
    result["low"], result["high"] = wilson(by_bin["is_right"].sum(), result["n"])
    return result


def calibration_error(bins):
    """The mean distance between probability and share, each bin counted by its number (ECE).

    >>> round(calibration_error(reliability([0.9, 0.9], [True, False])), 2)
    0.4
    """
    distance = (bins["mean"] - bins["share"]).abs()
    return float((distance * bins["n"]).sum() / max(1, bins["n"].sum()))
