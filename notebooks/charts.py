"""The three pictures that all notebooks draw: over time, together, and how sure."""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.ticker import MaxNLocator, PercentFormatter

import counting

plt.style.use(str(Path(__file__).parent / "broadsheet.mplstyle"))
PERCENT = PercentFormatter(1, decimals=0)


def over_time(marked, published, most=6):
    """A panel for each of the most frequent marks: its share of each period's articles, with the
    95 % interval; above them, the number of articles that the shares are of."""
    counts, volume = counting.by_period(counting.by_frequency(marked).iloc[:, :most], published)
    if volume.empty or counts.columns.empty:
        return _nothing("No article has both a date and a mark: nothing to show over time.")
    share = counting.shares(counts, volume)
    bounds = {name: counting.wilson(counts[name], volume) for name in counts}
    columns = 2 if len(counts.columns) > 1 else 1
    rows = -(-len(counts.columns) // columns)
    figure = plt.figure(figsize=(9.5, 1.5 + 1.6 * rows))
    grid = figure.add_gridspec(rows + 1, columns, height_ratios=[0.8] + [1] * rows)
    _volume(figure.add_subplot(grid[0, :]), volume)
    first = None
    for i, name in enumerate(counts.columns):
        place = grid[1 + i // columns, i % columns]
        axes = figure.add_subplot(place, sharex=first, sharey=first)
        first = first or axes
        _share(axes, share[name], *bounds[name])
        axes.set_title(f"{name} ({counts[name].sum():,})")
    first.set_ylim(0, 1.03 * max(np.nanmax(high) for _, high in bounds.values()))
    first.yaxis.set_major_formatter(PERCENT)
    dates = AutoDateLocator(maxticks=7)
    first.xaxis.set_major_locator(dates)
    first.xaxis.set_major_formatter(ConciseDateFormatter(dates, show_offset=False))
    return figure


def _volume(axes, volume):
    width = np.diff(volume.index).min() * 0.85 if len(volume) > 1 else np.timedelta64(20, "D")
    axes.bar(volume.index, volume, width=width, color="#BBBBBB")
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.set_title(f"Articles a {volume.index.name}; below, shares of them, with 95 % intervals")


def _share(axes, share, low, high):
    marker = "o" if len(share) <= 40 else None
    axes.fill_between(share.index, low, high, alpha=0.18, linewidth=0)
    axes.plot(share.index, share, marker=marker, markersize=4, linewidth=1.6)


def together(rows, columns, title):
    """Of the articles with the row's mark, the share that has the column's, as a heat map. A mark
    with itself is left white."""
    if rows.columns.empty or columns.columns.empty:
        return _nothing("Nothing occurs together here.")
    share = counting.given(rows, columns)
    if rows is columns:
        np.fill_diagonal(share.values, np.nan)
    height, width = share.shape
    figure, axes = plt.subplots(figsize=(3.2 + 0.52 * width, 1.6 + 0.36 * height))
    axes.imshow(share, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(width), share.columns, rotation=40, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(height), [f"{n} ({rows[n].sum():,})" for n in share.index])
    for (i, j), value in np.ndenumerate(share.to_numpy()):
        if value > 0:
            color = "white" if value > 0.6 else "#333333"
            axes.text(j, i, f"{value:.0%}", ha="center", va="center", fontsize=8, color=color)
    axes.grid(False)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_title(title)
    return figure


def confidence(rows, most=12):
    """How sure the model is: all probabilities, and those of each of the most frequent topics."""
    if rows.empty:
        return _nothing("No article has a topic.")
    figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 4), width_ratios=[1, 1.3])
    left.hist(rows["probability"], bins=np.linspace(0, 1, 21), edgecolor="white")
    left.set(xlabel="probability", ylabel="topics given")
    left.set_title(f"All {len(rows):,} topics given")
    names = rows["name"].value_counts().sort_index().nlargest(most, keep="first").index[::-1]
    right.boxplot(
        [rows.loc[rows["name"] == name, "probability"] for name in names],
        vert=False,
        widths=0.5,
        showfliers=False,
        whis=(5, 95),
        patch_artist=True,
        boxprops={"facecolor": "#CCE3F0", "edgecolor": "#0072B2"},
        whiskerprops={"color": "#0072B2"},
        capprops={"color": "#0072B2"},
        medianprops={"color": "#D55E00", "linewidth": 2},
    )
    right.set_yticks(range(1, len(names) + 1), [f"{n} ({sum(rows['name'] == n):,})" for n in names])
    right.set(xlim=(0, 1.02), xlabel="probability: median, middle half, 5 % to 95 %")
    right.grid(axis="x")
    right.set_title("The most frequent")
    return figure


def calibration(bins, title):
    """Reliability diagram: does a probability of 0.8 come true in 80 of 100 cases?"""
    if bins.empty:
        return _nothing("Nothing to compare probabilities with.")
    figure, (axes, below) = plt.subplots(
        2, 1, figsize=(5.5, 5.6), sharex=True, height_ratios=[3, 1]
    )
    axes.plot([0, 1], [0, 1], color="#AAAAAA", linestyle="--", linewidth=1, label="calibrated")
    reach = [bins["share"] - bins["low"], bins["high"] - bins["share"]]
    label = "right, with 95 % interval"
    axes.errorbar(bins["mean"], bins["share"], reach, fmt="o", capsize=3, label=label)
    axes.set(xlim=(0, 1), ylim=(-0.02, 1.02), ylabel="share that is right")
    axes.legend(loc="upper left", frameon=True, framealpha=0.9, edgecolor="none")
    axes.set_title(f"{title} (ECE {counting.calibration_error(bins):.2f})")
    bars = below.bar((bins.index + 0.5) / 10, bins["n"], width=0.085, color="#BBBBBB")
    below.bar_label(bars, [f"{n:,.0f}" for n in bins["n"]], fontsize=8)
    below.margins(y=0.25)
    below.set(xlabel="probability", ylabel="topics given")
    return figure


def _nothing(why):
    figure, axes = plt.subplots(figsize=(6, 1))
    axes.set_axis_off()
    axes.text(0, 0.5, why, va="center")
    return figure
