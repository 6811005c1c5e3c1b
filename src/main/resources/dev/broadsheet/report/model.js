// The data of the page, what is chosen of it, and the counts that follow.

const view = JSON.parse(byId("data").textContent);
const timeline = view.timeline;
const PERIODS = timeline.volume.length;
const NONE = -1;

view.topics.forEach((topic) => {
  if (topic.code === "") {
    topic.name = "no topic";
  }
});

/** What is chosen: a topic's number or NONE, and the first and last period. */
const chosen = { topic: NONE, from: 0, to: PERIODS - 1 };

function isAllTime() {
  return chosen.from === 0 && chosen.to === PERIODS - 1;
}

const DAY = 86400000;
const START = timeline.first ? new Date(timeline.first + "T00:00:00Z") : null;

/** When a period begins. */
function periodBegin(period) {
  const date = new Date(START);
  if (timeline.unit === "day") {
    date.setUTCDate(date.getUTCDate() + period);
  } else if (timeline.unit === "month") {
    date.setUTCMonth(date.getUTCMonth() + period);
  } else {
    date.setUTCFullYear(date.getUTCFullYear() + period);
  }
  return date;
}

/** The period that an ISO date is in; outside the timeline for dates before or after it. */
function periodOf(iso) {
  const date = new Date(iso + "T00:00:00Z");
  const years = date.getUTCFullYear() - START.getUTCFullYear();
  if (timeline.unit === "day") {
    return Math.round((date - START) / DAY);
  }
  return timeline.unit === "month" ? 12 * years + date.getUTCMonth() - START.getUTCMonth() : years;
}

function isoDate(date) {
  return date.toISOString().slice(0, 10);
}

/** The last day of a period. */
function periodEnd(period) {
  return new Date(periodBegin(period + 1) - DAY);
}

/** Units that periods can be put together to, with the begin of the one that a date is in. */
const UNITS = {
  day: (date) => isoDate(date),
  week: (date) => isoDate(new Date(date - ((date.getUTCDay() + 6) % 7) * DAY)),
  month: (date) => isoDate(date).slice(0, 7),
  quarter: (date) => date.getUTCFullYear() + " Q" + (1 + Math.floor(date.getUTCMonth() / 3)),
  year: (date) => String(date.getUTCFullYear()),
};

/** The units that are no finer than the timeline's. */
function units() {
  const names = Object.keys(UNITS);
  return names.slice(names.indexOf(timeline.unit));
}

/** The chosen periods put together: each with its label, first and last period. */
function groups(unit) {
  const all = [];
  for (let period = chosen.from; period <= chosen.to; period++) {
    const label = UNITS[unit](periodBegin(period));
    const last = all[all.length - 1];
    if (last && last.label === label) {
      last.to = period;
    } else {
      all.push({ label, from: period, to: period });
    }
  }
  return all;
}

const MOST_POINTS = 60;
const FEWEST_A_POINT = 8;

/** The finest unit whose points can be told apart and are of enough articles for a share to mean something. */
function fittingUnit() {
  const dated = sum(timeline.volume, chosen.from, chosen.to);
  return units().find((unit) => {
    const points = groups(unit).length;
    return points <= MOST_POINTS && (points === 1 || dated / points >= FEWEST_A_POINT);
  }) || "year";
}

function sum(values, from, to) {
  let total = 0;
  for (let i = from; i <= to; i++) {
    total += values[i];
  }
  return total;
}

/** Articles chosen by date; undated ones count if all time is chosen. */
function volume() {
  return isAllTime() ? view.totals.articles : sum(timeline.volume, chosen.from, chosen.to);
}

/** Articles on a topic, chosen by date. */
function articlesOn(topic) {
  return isAllTime() ? view.topics[topic].articles : sum(timeline.topics[topic], chosen.from, chosen.to);
}

function byCount(a, b) {
  return articlesOn(b) - articlesOn(a) || a - b;
}

function narrower(topic) {
  return view.topics.flatMap((other, i) => (other.parent === topic ? [i] : [])).sort(byCount);
}

/** Topics without a broader one. */
function roots() {
  return narrower(NONE);
}

function isNarrower(topic, broader) {
  for (let t = view.topics[topic].parent; t !== NONE; t = view.topics[t].parent) {
    if (t === broader) {
      return true;
    }
  }
  return false;
}

function areRelated(a, b) {
  return isNarrower(a, b) || isNarrower(b, a);
}

function topicName(topic) {
  return view.topics[topic].name;
}

/** The chosen dates in words. */
function datesInWords() {
  const from = SHORT_DATE.format(periodBegin(chosen.from));
  const to = SHORT_DATE.format(periodEnd(chosen.to));
  return from === to ? from : from + " to " + to;
}
