// Articles to read: the newest that fit what is chosen, with summary and highlighted evidence.

const CARDS_AT_ONCE = 12;
let cardsShown = CARDS_AT_ONCE;

function fits(article) {
  const onTopic = chosen.topic === NONE || hasTopic(article, chosen.topic);
  return onTopic && (isAllTime() || (article.date !== undefined && isWithin(periodOf(article.date))));
}

function hasTopic(article, topic) {
  return view.topics[topic].code === "" ? article.topics.length === 0 : article.topics.some((given) => given.t === topic);
}

function isWithin(period) {
  return period >= chosen.from && period <= chosen.to;
}

/** The topic whose evidence is highlighted: the chosen one, else the surest of the narrowest. */
function highlighted(article) {
  return article.topics.find((given) => given.t === chosen.topic)
    || article.topics.find((given) => !article.topics.some((other) => isNarrower(other.t, given.t)));
}

function showArticles() {
  const fitting = view.articles.filter(fits);
  const total = chosen.topic === NONE ? volume() : articlesOn(chosen.topic);
  const parts = [number(fitting.length) + " of " + counted(total, "article") + whatIsChosen() + (fitting.length === total ? ", newest first." : " are on this page: the newest, and some of every time.")];
  parts.push("A summary is made of sentences of the article itself; those that speak for its topic are highlighted.");
  byId("articles-intro").textContent = parts.join(" ");
  show("cards", fitting.length ? fitting.slice(0, cardsShown).map(card) : el("p", { class: "none" }, "No article on this page fits. Choose more time, or another topic."));
  byId("more").hidden = fitting.length <= cardsShown;
}

function whatIsChosen() {
  const topic = chosen.topic === NONE ? "" : view.topics[chosen.topic].code === "" ? " without a topic" : " on " + topicName(chosen.topic);
  return topic + (isAllTime() ? "" : " from " + datesInWords());
}

function card(article) {
  const about = highlighted(article);
  return el("article", {},
    el("p", { class: "meta" }, article.date ? el("time", { datetime: article.date }, LONG_DATE.format(new Date(article.date))) : "no date",
      " · ", el("span", { title: article.source }, article.source.split("/").pop())),
    el("h3", {}, headline(article)),
    summary(article, about),
    evidence(article, about),
    topicsOf(article));
}

function headline(article) {
  const title = article.title || "(no headline)";
  const isWeb = /^https?:\/\//i.test(article.url || "");
  return isWeb ? el("a", { href: article.url, rel: "noopener noreferrer" }, title) : title;
}

function summary(article, about) {
  const speaking = new Set((about ? about.e : []).map(([passage]) => passage));
  const sentences = article.passages.flatMap((passage, i) => !passage.s ? [] : [speaking.has(i) ? el("mark", {}, passage.text) : passage.text, " "]);
  return sentences.length ? el("p", { class: "summary" }, sentences) : el("p", { class: "none" }, "No summary.");
}

function evidence(article, about) {
  if (!about || about.e.length === 0) {
    return null;
  }
  const isSeen = about.e.some(([passage]) => article.passages[passage].s);
  return el("details", { open: !isSeen }, el("summary", {}, "Why “" + topicName(about.t) + "”, at " + likelihood(about.p)),
    el("ul", { class: "evidence" }, about.e.map(([passage, weight]) =>
      el("li", {}, el("mark", {}, article.passages[passage].text), " ",
        el("span", { class: "weight" }, "adds " + weight.toFixed(2) + " to the log-odds")))));
}

function topicsOf(article) {
  return article.topics.length === 0 ? el("p", { class: "meta" }, "no topic")
    : el("ul", { class: "inner" }, article.topics.map((given) => el("li", {}, topicButton(given.t, likelihood(given.p)))));
}
