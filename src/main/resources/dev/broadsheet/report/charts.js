// Charts: drawn by the chart library on a canvas, told in words by a label, and repeated as a table.

const DRAWN = new Map();

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

const LINES = ["c0", "c1", "c2", "c3", "c4", "c5"];
const DASHES = ["solid", [7, 4], [2, 3], [12, 4], [7, 3, 2, 3], "solid"];
const SYMBOLS = ["circle", "triangle", "rect", "diamond", "emptyRect", "emptyCircle"];

/** Draws a chart, now and whenever its size or the colour scheme changes. */
function draw(id, label, options) {
  const place = byId(id);
  place.setAttribute("aria-label", label);
  let drawn = DRAWN.get(id);
  if (!drawn) {
    drawn = { chart: echarts.init(place) };
    DRAWN.set(id, drawn);
    new ResizeObserver(() => drawn.chart.resize()).observe(place);
  }
  drawn.options = options;
  drawn.chart.setOption({ ...ground(), ...options() }, true);
}

function redrawAll() {
  DRAWN.forEach((drawn) => drawn.chart.setOption({ ...ground(), ...drawn.options() }, true));
}

function ground() {
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("ink"), fontSize: 13 },
  };
}

/** Drawn as text on the canvas: no name can become markup. */
function tooltip(formatter) {
  return {
    trigger: "axis",
    renderMode: "richText",
    confine: true,
    backgroundColor: colour("card"),
    borderColor: colour("soft"),
    textStyle: { color: colour("ink"), fontSize: 13 },
    axisPointer: { lineStyle: { color: colour("soft") } },
    formatter,
  };
}

function categoryAxis(labels, more) {
  return {
    type: "category",
    data: labels,
    axisLine: { lineStyle: { color: colour("soft") } },
    axisTick: { show: false },
    axisLabel: { color: colour("soft"), hideOverlap: true },
    ...more,
  };
}

function valueAxis(more) {
  return {
    type: "value",
    splitLine: { lineStyle: { color: colour("rule") } },
    axisLabel: { color: colour("soft") },
    nameTextStyle: { color: colour("soft"), align: "left" },
    minInterval: 1,
    ...more,
  };
}

/** A histogram: labels, values, and how a value is told. */
function drawBars(id, label, labels, values, told) {
  draw(id, label, () => ({
    grid: { left: 8, right: 12, top: 16, bottom: 8, containLabel: true },
    tooltip: tooltip((points) => points[0].name + ": " + told(points[0].value)),
    xAxis: categoryAxis(labels),
    yAxis: valueAxis(),
    series: [{ type: "bar", data: values, itemStyle: { color: colour("c0") }, barCategoryGap: "12%" }],
  }));
}

/** The begins of equal bins of [0, 1]. */
function binLabels(bins) {
  return bins.map((_, i) => (i / bins.length).toFixed(2).slice(1));
}

/** The topics of the chart over time: the chosen one and its narrower ones, or the broadest. */
function trendTopics() {
  const all = chosen.topic === NONE ? roots().filter((t) => view.topics[t].code !== "") : [chosen.topic, ...narrower(chosen.topic)];
  return all.filter((topic, i) => articlesOn(topic) > 0 || i === 0).slice(0, LINES.length);
}

function drawTrend() {
  const unit = byId("unit").value;
  const all = groups(unit);
  const volumes = all.map((group) => sum(timeline.volume, group.from, group.to));
  const lines = trendTopics().map((topic) => {
    const counts = all.map((group) => sum(timeline.topics[topic], group.from, group.to));
    return { name: topicName(topic), counts, shares: counts.map((n, i) => (volumes[i] ? (100 * n) / volumes[i] : 0)) };
  });
  const labels = all.map((group) => group.label);
  byId("trend-heading").textContent = "Share of each " + unit + "’s articles";
  draw("trend", trendInWords(unit, labels, lines, volumes), () => trendOptions(labels, lines, volumes));
  show("trend-table", table(
    "Share of the articles of each " + unit + ", in percent, and the number of articles",
    [{ text: unit[0].toUpperCase() + unit.slice(1) }, { text: "Articles", n: true }, ...lines.map((line) => ({ text: line.name, n: true }))],
    labels.map((label, i) => [label, number(volumes[i]), ...lines.map((line) => line.shares[i].toFixed(1))])));
}

function trendInWords(unit, labels, lines, volumes) {
  if (!labels.length) {
    return "No article has a date.";
  }
  const peaks = lines.map((line) => {
    const peak = line.shares.indexOf(Math.max(...line.shares));
    return line.name + " peaks at " + percent(line.counts[peak], volumes[peak]) + " in " + labels[peak];
  });
  return "Line chart by " + unit + " from " + labels[0] + " to " + labels[labels.length - 1] + ": " + peaks.join("; ")
    + ". The table below it has all values.";
}

function trendOptions(labels, lines, volumes) {
  const marks = labels.length <= MOST_POINTS;
  const narrow = byId("trend").clientWidth < 560;
  const rows = narrow ? lines.length : Math.ceil(lines.length / 3);
  const top = 26 + rows * (narrow ? 20 : 24);
  return {
    legend: { top: 0, left: 0, orient: narrow ? "vertical" : "horizontal", icon: null, itemWidth: 30, itemGap: narrow ? 5 : 14,
      textStyle: { color: colour("ink") } },
    tooltip: tooltip((points) => labels[points[0].dataIndex] + "\n" + counted(volumes[points[0].dataIndex], "article") + "\n"
      + lines.map((line) => line.name + " " + line.shares[points[0].dataIndex].toFixed(1) + "% (" + number(line.counts[points[0].dataIndex]) + ")").join("\n")),
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    grid: [{ left: 46, right: 14, top, bottom: 118 }, { left: 46, right: 14, height: 52, bottom: 30 }],
    xAxis: [categoryAxis(labels, { gridIndex: 0, axisLabel: { show: false }, boundaryGap: true }), categoryAxis(labels, { gridIndex: 1 })],
    yAxis: [
      valueAxis({ gridIndex: 0, axisLabel: { color: colour("soft"), formatter: "{value}%" }, min: 0, minInterval: 0 }),
      valueAxis({ gridIndex: 1, name: "articles", nameGap: 8, splitNumber: 1, splitLine: { show: false } }),
    ],
    series: [
      ...lines.map((line, i) => ({
        name: line.name, type: "line", data: line.shares, xAxisIndex: 0, yAxisIndex: 0, showSymbol: marks, symbol: SYMBOLS[i], symbolSize: 6,
        lineStyle: { width: i === 0 && chosen.topic !== NONE ? 3 : 1.8, type: DASHES[i], color: colour(LINES[i]) }, itemStyle: { color: colour(LINES[i]) },
      })),
      { name: "", type: "bar", data: volumes, xAxisIndex: 1, yAxisIndex: 1, itemStyle: { color: colour("volume") }, barCategoryGap: "10%" },
    ],
  };
}
