// Joins the parts: the masthead, the filters, and what follows when they change.

function showMasthead() {
  const { articles, rejects, topics, dated, first, last } = view.totals;
  document.title = view.name + " – Broadsheet report";
  byId("name").textContent = view.name;
  byId("dateline").textContent = "written " + DATE_TIME.format(new Date(view.written)) + " UTC";
  byId("lead").textContent = lead();
  const years = first ? [first.slice(0, 4), last.slice(0, 4)].filter((year, i, all) => all.indexOf(year) === i).join("–") : "none";
  const figures = [
    ["Articles", number(articles), previous ? number(view.totals.fresh) + " from the newest run" : "from one run"],
    ["Topics", number(topics), untopical() ? counted(untopical(), "article") + " without one" : "every article has one"],
    ["Dates", years, number(articles - dated) + " without a date"],
    ["Rejected", number(newest.counts.rejected), percent(newest.counts.rejected, newest.counts.read) + " of the newest run"],
    ["Speed", number(Math.round(newest.throughput.articles_per_second)), "articles a second"],
  ];
  show("figures", figures.map(([name, value, more]) => el("div", {}, el("dt", {}, name), el("dd", {}, value, el("span", { class: "sub" }, more)))));
}

function untopical() {
  const none = view.topics.find((topic) => topic.code === "");
  return none ? none.articles : 0;
}

/** The archive in two sentences. */
function lead() {
  const { articles, first, last } = view.totals;
  if (articles === 0) {
    return "No article was read. What was rejected, and why, is below.";
  }
  const time = first ? " from " + LONG_DATE.format(new Date(first)) + " to " + LONG_DATE.format(new Date(last)) : "";
  const most = roots().filter((t) => view.topics[t].code !== "").slice(0, 3).map((t) => topicName(t) + " (" + percent(view.topics[t].articles, articles) + ")");
  return counted(articles, "article") + time + "." + (most.length ? " Most are about " + listed(most) + "." : " None has a topic.");
}

function listed(names) {
  return names.length < 2 ? names.join("") : names.slice(0, -1).join("; ") + "; and " + names[names.length - 1];
}

function fillFilters() {
  const option = (topic, depth) => el("option", { value: topic }, "\u2003".repeat(depth) + topicName(topic) + " (" + number(view.topics[topic].articles) + ")");
  const options = (topic, depth) => [option(topic, depth), ...narrower(topic).flatMap((other) => options(other, depth + 1))];
  show("topic", el("option", { value: NONE }, "All topics"), roots().flatMap((topic) => options(topic, 0)));
  show("unit", units().map((unit) => el("option", { value: unit }, unit)));
  for (const id of ["from", "to", "unit"]) {
    byId(id).disabled = PERIODS === 0;
  }
  showFilters();
}

function showFilters() {
  byId("topic").value = chosen.topic;
  if (PERIODS > 0) {
    byId("from").value = isoDate(periodBegin(chosen.from));
    byId("to").value = isoDate(periodEnd(chosen.to));
  }
}

/** Changes what is chosen, and all that depends on it. */
function choose(change) {
  Object.assign(chosen, change);
  if (change.from !== undefined || change.to !== undefined) {
    byId("unit").value = fittingUnit();
  }
  cardsShown = CARDS_AT_ONCE;
  const focused = document.activeElement;
  const place = focused && focused.dataset.topic ? [focused.closest("section").id, focused.dataset.topic] : null;
  showChosen();
  if (place && !focused.isConnected) {
    restoreFocus(place);
  }
}

/** Lists are made anew, so that the keyboard's place in them has to be found again. */
function restoreFocus([section, topic]) {
  const same = byId(section).querySelector('[data-topic="' + topic + '"]');
  if (same) {
    same.focus({ preventScroll: true });
  }
}

function showChosen() {
  showFilters();
  const articles = chosen.topic === NONE ? volume() : articlesOn(chosen.topic);
  byId("status").textContent = counted(articles, "article") + whatIsChosen() + ".";
  drawTrend();
  showTopics();
  showArticles();
  showTogether();
  showConfidence();
}

/** A date of the form as a period; what is empty or outside becomes the end given. */
function periodIn(id, otherwise) {
  const value = byId(id).value;
  return value === "" ? otherwise : Math.min(PERIODS - 1, Math.max(0, periodOf(value)));
}

function chooseDates() {
  const from = periodIn("from", 0);
  choose({ from, to: Math.max(from, periodIn("to", PERIODS - 1)) });
}

function listen() {
  byId("topic").addEventListener("change", (event) => choose({ topic: Number(event.target.value) }));
  byId("from").addEventListener("change", chooseDates);
  byId("to").addEventListener("change", chooseDates);
  byId("unit").addEventListener("change", drawTrend);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", (event) => {
    event.preventDefault();
    choose({ topic: NONE, from: 0, to: PERIODS - 1 });
  });
  byId("more").addEventListener("click", () => {
    cardsShown += CARDS_AT_ONCE;
    showArticles();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    redrawAll();
    showTogether();
  });
}

showMasthead();
fillFilters();
byId("unit").value = PERIODS > 0 ? fittingUnit() : "day";
showChosen();
showTexts();
showRejects();
showChanges();
showRun();
listen();
