// Topics: how many, what they share, how sure they are.

/** A button that chooses a topic, or lets it go; with a figure, if one belongs to it. */
function topicButton(topic, figure) {
  return el("button", {
    type: "button", class: "link", "aria-pressed": String(chosen.topic === topic), "data-topic": topic,
    onclick: () => choose({ topic: chosen.topic === topic ? NONE : topic }),
  }, topicName(topic), figure ? " " + figure : "");
}

/** A line of a topic's share over time, beside the figures that say it. */
function spark(topic) {
  const all = groups(fittingUnit());
  const shares = all.map((group) => {
    const articles = sum(timeline.volume, group.from, group.to);
    return articles ? sum(timeline.topics[topic], group.from, group.to) / articles : 0;
  });
  const top = Math.max(...shares, 1e-9);
  const points = shares.map((share, i) => (100 * (i + 0.5)) / shares.length + "," + (19 - (18 * share) / top).toFixed(2));
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "polyline");
  line.setAttribute("points", points.join(" "));
  drawing.setAttribute("class", "spark");
  drawing.setAttribute("viewBox", "0 0 100 20");
  drawing.setAttribute("preserveAspectRatio", "none");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(line);
  return drawing;
}

const ROWS_AT_FIRST = 20;
let allTopicsShown = false;

function showTopics() {
  const all = roots().filter((topic) => articlesOn(topic) > 0);
  const shown = allTopicsShown ? all : all.slice(0, ROWS_AT_FIRST);
  const longest = Math.max(...all.map(articlesOn), 0);
  const rows = shown.map((topic) => [
    el("div", {}, topicButton(topic), inner(topic)),
    number(articlesOn(topic)), percent(articlesOn(topic), volume()), bar(articlesOn(topic), longest),
    PERIODS > 1 ? spark(topic) : "",
  ]);
  const heads = [{ text: "Topic, and narrower ones" }, { text: "Articles", n: true }, { text: "Share", n: true },
    { text: "", kind: "bar-cell" }, { text: "Over time", kind: "spark-cell" }];
  show("topic-table", table(null, heads, rows),
    shown.length < all.length
      ? el("button", { type: "button", onclick: () => { allTopicsShown = true; showTopics(); } }, "Show all " + all.length + " topics")
      : null);
}

function inner(topic) {
  const below = narrower(topic).filter((other) => articlesOn(other) > 0);
  return below.length === 0 ? null : el("ul", { class: "inner" }, below.map((other) => el("li", {}, topicButton(other, number(articlesOn(other))))));
}

/** Articles on each pair of topics, over all time. */
const TOGETHER = new Map(view.together.map(([a, b, articles]) => [Math.min(a, b) + " " + Math.max(a, b), articles]));

function shared(a, b) {
  return TOGETHER.get(Math.min(a, b) + " " + Math.max(a, b)) || 0;
}

/** How many times as often two topics meet as they would by chance. */
function lift(a, b) {
  return (shared(a, b) * view.totals.articles) / (view.topics[a].articles * view.topics[b].articles);
}

function times(value) {
  return value.toFixed(1) + " ×";
}

function showTogether() {
  if (chosen.topic === NONE || view.topics[chosen.topic].code === "") {
    showMatrix();
  } else {
    showPartners(chosen.topic);
  }
}

const MATRIX = 12;

function showMatrix() {
  const most = view.topics.map((_, i) => i).filter((t) => view.topics[t].code !== "").slice(0, MATRIX);
  byId("together-intro").textContent = "Of the articles on the topic of a row, the share that is also on the topic of a column."
    + " A topic and its own narrower ones are left blank. Over the whole archive.";
  const rows = most.map((a) => [topicButton(a), ...most.map((b) => heatCell(a, b))]);
  const grid = table("The " + most.length + " most frequent topics", [{ text: "" }, ...most.map((t) => ({ text: topicName(t) }))], rows, "heat");
  most.forEach((a, row) => most.forEach((b, column) => {
    const strength = a === b || areRelated(a, b) ? 0 : shared(a, b) / view.topics[a].articles;
    grid.tBodies[0].rows[row].cells[column + 1].style.background = "rgba(" + colour("heat") + "," + Math.min(0.55, strength).toFixed(3) + ")";
  }));
  show("together-list", el("div", { class: "scroll wide", tabindex: "0", role: "region", "aria-label": "Shares of topics that go together" }, grid),
    el("h3", {}, "Pairs that meet far more often than by chance"), pairTable());
}

function heatCell(a, b) {
  if (a === b || areRelated(a, b)) {
    return el("span", { class: "vh" }, "not compared");
  }
  return shared(a, b) ? percent(shared(a, b), view.topics[a].articles) : "0";
}

const PAIRS = 10;
const FEWEST_TOGETHER = 3;

/** The strongest pairs: many articles, and far more than chance would have. */
function pairTable() {
  const strength = ([a, b, n]) => n * Math.log(lift(a, b));
  const pairs = view.together
    .filter(([a, b, n]) => n >= FEWEST_TOGETHER && !areRelated(a, b) && lift(a, b) > 1)
    .sort((p, q) => strength(q) - strength(p)).slice(0, PAIRS);
  if (pairs.length === 0) {
    return el("p", { class: "none" }, "No two topics share " + FEWEST_TOGETHER + " articles or more.");
  }
  return table(null, [{ text: "Topics" }, { text: "Articles on both", n: true }, { text: "As often as by chance", n: true }],
    pairs.map(([a, b, n]) => [el("span", {}, topicButton(a), " and ", topicButton(b)), number(n), times(lift(a, b))]));
}

function showPartners(topic) {
  const partners = view.topics.map((_, i) => i).filter((t) => t !== topic && shared(topic, t) > 0 && !areRelated(topic, t))
    .sort((a, b) => shared(topic, b) - shared(topic, a)).slice(0, MATRIX);
  byId("together-intro").textContent = "What else articles on " + topicName(topic) + " are about, its own broader and narrower topics left out."
    + " Over the whole archive.";
  const longest = Math.max(...partners.map((t) => shared(topic, t)), 0);
  show("together-list", partners.length === 0 ? el("p", { class: "none" }, "Nothing else.") : table(null,
    [{ text: "Topic" }, { text: "Articles", n: true }, { text: "Share", n: true }, { text: "", kind: "bar-cell" }, { text: "As often as by chance", n: true }],
    partners.map((t) => [topicButton(t), number(shared(topic, t)), percent(shared(topic, t), view.topics[topic].articles),
      bar(shared(topic, t), longest), times(lift(topic, t))])));
}

/** Sums of each bin over the topics chosen. */
function probabilities() {
  const topics = chosen.topic === NONE ? view.topics : [view.topics[chosen.topic]];
  return topics[0] ? topics[0].confidence.map((_, bin) => topics.reduce((total, topic) => total + topic.confidence[bin], 0)) : [];
}

function showConfidence() {
  const bins = probabilities();
  const total = bins.reduce((a, b) => a + b, 0);
  const high = sum(bins, Math.ceil(bins.length * 0.9), bins.length - 1);
  const of = chosen.topic === NONE ? "topics given" : "times that " + topicName(chosen.topic) + " was given";
  byId("confidence-intro").textContent = "Of " + number(total) + " " + of + ", " + percent(high, total)
    + " have a probability of 0.9 or more. A topic is given from a threshold of its own on, and a broader one with each narrower one. Over the whole archive.";
  byId("probability-heading").textContent = (chosen.topic === NONE ? "Topics given" : "Articles on " + topicName(chosen.topic)) + ", by probability";
  drawBars("probability", "Histogram of probabilities: " + percent(high, total) + " are 0.9 or more. The table below it has all values.",
    binLabels(bins), bins, (n) => counted(n, "time"));
  show("probability-table", binTable("Topics given by probability", "Times", bins));
  showUnsure();
}

function binTable(caption, what, bins) {
  const edge = (i) => (i / bins.length).toFixed(2);
  return table(caption, [{ text: "Probability" }, { text: what, n: true }], bins.map((n, i) => [edge(i) + " to " + edge(i + 1), number(n)]));
}

const UNSURE = 6;
const FEWEST_UNSURE = 5;

function averageProbability(topic) {
  const bins = view.topics[topic].confidence;
  return bins.reduce((total, n, i) => total + (n * (i + 0.5)) / bins.length, 0) / view.topics[topic].articles;
}

/** The topics that a quality check should begin with. */
function showUnsure() {
  const least = view.topics.map((_, i) => i)
    .filter((t) => view.topics[t].code !== "" && view.topics[t].articles >= FEWEST_UNSURE)
    .sort((a, b) => averageProbability(a) - averageProbability(b)).slice(0, UNSURE);
  show("unsure", least.length === 0 ? null : el("h3", {}, "Least sure topics: look at these first"), least.length === 0 ? null : table(null,
    [{ text: "Topic" }, { text: "Articles", n: true }, { text: "Average probability", n: true }],
    least.map((t) => [topicButton(t), number(view.topics[t].articles), averageProbability(t).toFixed(2)])));
}
