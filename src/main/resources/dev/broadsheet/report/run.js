// The texts, the rejects, and the runs that made the output. None of these follows the filters.

const newest = view.runs[0];
const previous = view.runs[1];

/** What each reason means, for who did not write the reader. */
const REASONS = {
  UNREADABLE_FILE: "The file cannot be opened or ends too early.",
  NOT_TEXT: "The file is of no known format, or binary.",
  INVALID_ENCODING: "The bytes are not UTF-8.",
  MALFORMED_RECORD: "The record breaks its format’s rules.",
  WRONG_TYPE: "A field has the wrong type.",
  EMPTY_TEXT: "No text, or none left after cleaning.",
  TOO_LONG: "The text is longer than the limit.",
  UNSUPPORTED_LANGUAGE: "The text is not English.",
  INTERNAL_ERROR: "Broadsheet failed on it; please report it.",
};

function readable(name) {
  return name.toLowerCase().replaceAll("_", " ");
}

function languageName(code) {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code);
  } catch (e) {
    return code; // no code that the browser knows
  }
}

function showTexts() {
  const { edges, articles, tokens, sentences } = view.lengths;
  byId("texts-intro").textContent = tokens.length === 0 ? "There are no articles."
    : "Half of the articles have at most " + number(tokens[1]) + " tokens and " + number(sentences[1]) + " sentences; a tenth has more than "
      + number(tokens[2]) + " tokens. In all, " + number(view.totals.tokens) + " tokens.";
  const label = (i) => i === edges.length - 1 ? number(edges[i]) + "+" : number(edges[i]) + "–" + number(edges[i + 1] - 1);
  const labels = edges.map((_, i) => label(i));
  drawBars("length", "Histogram of article lengths. The table below it has all values.", labels, articles, (n) => counted(n, "article"));
  show("length-table", table("Articles by length", [{ text: "Tokens" }, { text: "Articles", n: true }], labels.map((text, i) => [text, number(articles[i])])));
  const bins = view.languageConfidence;
  drawBars("language", "Histogram of the language detector’s confidence. The table below it has all values.", binLabels(bins), bins, (n) => counted(n, "article"));
  show("language-table", binTable("Articles by the detector’s confidence in their language", "Articles", bins));
  show("languages", view.languages.length === 0 ? null : table("Languages of the articles", [{ text: "Language" }, { text: "Articles", n: true }, { text: "Share", n: true }, { text: "", kind: "bar-cell" }],
    view.languages.slice(0, 20).map(({ value, articles: n }) => [languageName(value) + " (" + value + ")", number(n), percent(n, view.totals.articles), bar(n, view.languages[0].articles)])));
}

function showRejects() {
  const { read, rejected } = newest.counts;
  byId("rejects-intro").textContent = "The newest run read " + counted(read, "record") + " and rejected " + number(rejected) + " (" + percent(rejected, read)
    + "). The output keeps " + counted(view.totals.rejects, "reject") + ", each with its reason and place.";
  const longest = Math.max(...view.rejects.map((reject) => reject.records), 0);
  show("reject-list", view.rejects.length === 0 ? el("p", { class: "none" }, "Nothing was rejected.") : table(null,
    [{ text: "Reason, and examples" }, { text: "Records", n: true }, { text: "", kind: "bar-cell" }],
    view.rejects.map((reject) => [
      el("div", {}, el("strong", {}, readable(reject.reason)), " ", el("span", { class: "meta" }, REASONS[reject.reason] || ""),
        el("details", {}, el("summary", {}, reject.records > reject.examples.length ? reject.examples.length + " of them" : "Where"),
          el("ul", {}, reject.examples.map((example) => el("li", {}, example.detail, " ", el("span", { class: "meta" }, example.where)))))),
      number(reject.records), bar(reject.records, longest)])));
}

function showChanges() {
  if (!previous) {
    byId("changes-intro").textContent = "This output is from one run, so there is nothing to compare with. Runs with “--mode append” keep the reports of those before.";
    return;
  }
  const { articles, unchanged } = newest.counts;
  byId("changes-intro").textContent = "The newest run added " + counted(articles, "article") + " to the " + number(view.totals.articles - view.totals.fresh)
    + " that were there, and met " + number(unchanged) + " again unchanged.";
  show("change-list", el("div", {}, el("h3", {}, "This run and the one before"), countChanges()), el("div", {}, el("h3", {}, "Topics of the articles added"), topicChanges()));
}

function countChanges() {
  const reasons = [...new Set([...Object.keys(previous.counts.rejects), ...Object.keys(newest.counts.rejects)])];
  const rows = [
    ["records read", (run) => run.counts.read], ["articles added", (run) => run.counts.articles], ["unchanged", (run) => run.counts.unchanged],
    ["rejected", (run) => run.counts.rejected], ...reasons.map((reason) => ["– " + readable(reason), (run) => run.counts.rejects[reason] || 0]),
    ["articles per second", (run) => Math.round(run.throughput.articles_per_second)],
  ];
  const made = [["version", "code_version"], ["topic model", "topic_model"]].filter(([, key]) => previous[key] !== newest[key]);
  return table(null, [{ text: "" }, { text: "Before", n: true }, { text: "Now", n: true }, { text: "Change", n: true }], [
    ...rows.map(([name, value]) => [name, number(value(previous)), number(value(newest)), signed(value(newest) - value(previous))]),
    ...made.map(([name, key]) => [name, previous[key], newest[key], "changed"])]);
}

function signed(value) {
  return value === 0 ? "0" : (value > 0 ? "+" : "−") + number(Math.abs(value));
}

const MOVERS = 8;

/** The topics whose share among the articles added differs most from before. */
function topicChanges() {
  const fresh = view.totals.fresh;
  const earlier = view.totals.articles - fresh;
  if (fresh === 0 || earlier === 0) {
    return el("p", { class: "none" }, fresh === 0 ? "No article was added." : "There were no articles before.");
  }
  const points = (t) => (100 * view.topics[t].fresh) / fresh - (100 * (view.topics[t].articles - view.topics[t].fresh)) / earlier;
  const movers = view.topics.map((_, i) => i).sort((a, b) => Math.abs(points(b)) - Math.abs(points(a))).slice(0, MOVERS);
  return table("Share of the articles; the largest differences", [{ text: "Topic" }, { text: "Before", n: true }, { text: "Added", n: true }, { text: "Points", n: true }],
    movers.map((t) => [topicButton(t), percent(view.topics[t].articles - view.topics[t].fresh, earlier), percent(view.topics[t].fresh, fresh),
      (points(t) > 0 ? "+" : points(t) < 0 ? "−" : "") + Math.abs(points(t)).toFixed(1)]));
}

function showRun() {
  const steps = Object.entries(newest.step_seconds);
  const total = steps.reduce((all, [, seconds]) => all + seconds, 0);
  const slowest = [...steps].sort((a, b) => b[1] - a[1])[0];
  byId("run-intro").textContent = (slowest ? "The slowest step was " + slowest[0] + ", with " + percent(slowest[1], total) + " of the tasks’ time. " : "")
    + "The run took " + decimal(newest.throughput.seconds) + " seconds for " + counted(newest.input.files, "file") + " of " + decimal(newest.input.bytes / 1e6)
    + " MB: " + decimal(newest.throughput.articles_per_second) + " articles a second.";
  drawSteps(steps, slowest);
  show("steps-table", table("Seconds by step", [{ text: "Step" }, { text: "Seconds", n: true }, { text: "Share", n: true }], steps.map(([step, seconds]) => [step, decimal(seconds), percent(seconds, total)])));
  show("runs", table(null, [{ text: "Started (UTC)" }, { text: "Read", n: true }, { text: "Articles added", n: true }, { text: "Unchanged", n: true }, { text: "Rejected", n: true }, { text: "Articles/s", n: true }, { text: "Version" }],
    view.runs.map((run) => [DATE_TIME.format(new Date(run.started)), number(run.counts.read), number(run.counts.articles), number(run.counts.unchanged),
      number(run.counts.rejected), decimal(run.throughput.articles_per_second), run.code_version]), "runs-table"));
  showSettings();
}

function drawSteps(steps, slowest) {
  draw("steps", "Bar chart of seconds by step: " + steps.map(([step, seconds]) => step + " " + decimal(seconds)).join(", ") + ".", () => ({
    grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
    tooltip: tooltip((points) => points[0].name + ": " + decimal(points[0].value) + " s"),
    xAxis: valueAxis({ minInterval: 0 }),
    yAxis: categoryAxis(steps.map(([step]) => step), { inverse: true, axisLabel: { color: colour("ink") } }),
    series: [{ type: "bar", barCategoryGap: "30%", label: { show: true, position: "right", color: colour("ink"), formatter: (point) => decimal(point.value) },
      data: steps.map(([step, seconds]) => ({ value: seconds, itemStyle: { color: colour(step === slowest[0] ? "accent" : "c0") } })) }],
  }));
}

function showSettings() {
  const made = { "run id": newest.run_id, "broadsheet": newest.code_version, "topic model": newest.topic_model, "vocabulary": newest.vocabulary,
    "spark": newest.spark_version, "java": newest.java_version };
  const config = Object.entries(newest.config).map(([key, value]) => ["--" + key, value === null ? "(not set)" : Array.isArray(value) ? value.join(", ") : String(value)]);
  show("settings", el("dl", { class: "settings" }, [...Object.entries(made), ...config].flatMap(([key, value]) => [el("dt", {}, key), el("dd", {}, value || "(empty)")])));
}
