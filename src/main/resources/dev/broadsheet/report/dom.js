// Makes elements. Texts only ever become text nodes, so that no title or sentence can be markup.

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "onclick") {
      element.addEventListener("click", value);
    } else if (key === "width") {
      element.style.width = value;
    } else if (key === "background") {
      element.style.background = value;
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function show(id, ...children) {
  byId(id).replaceChildren(...children.flat().filter((child) => child !== null));
}

const NUMBER = new Intl.NumberFormat("en");
const LONG_DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const SHORT_DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const DATE_TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

function number(value) {
  return NUMBER.format(value);
}

/** "1 article", "2 articles". */
function counted(count, singular, plural) {
  return number(count) + " " + (count === 1 ? singular : plural || singular + "s");
}

function percent(part, whole) {
  if (!whole || !part) {
    return "0%";
  }
  const value = (100 * part) / whole;
  return (value < 0.1 ? "< 0.1" : value < 9.95 ? value.toFixed(1) : value.toFixed(0)) + "%";
}

/** A probability, which is never quite certain. */
function likelihood(p) {
  return p >= 0.995 ? "over 99%" : percent(p, 1);
}

function decimal(value) {
  return value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

/** A table; a cell is a text or a node, and numbers stand right. */
function table(caption, heads, rows, kind) {
  const cell = (tag, content, i, attributes) =>
    el(tag, { class: heads[i].kind || (heads[i].n ? "n" : null), ...attributes }, content);
  return el("table", { class: kind || null },
    caption ? el("caption", {}, caption) : null,
    el("thead", {}, el("tr", {}, heads.map((head, i) => cell("th", head.text, i, { scope: "col" })))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map((content, i) =>
      i === 0 ? cell("th", content, i, { scope: "row" }) : cell("td", content, i))))));
}

/** A bar as long as a share of the longest one; what it says stands beside it in figures. */
function bar(value, longest) {
  return el("span", { class: "bar", "aria-hidden": "true", width: (longest ? (100 * value) / longest : 0) + "%" });
}
