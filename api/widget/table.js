// A table that sorts by a click, and a small bar chart beside one that compares amounts.
import { h, svg } from "./dom.js";

const AMOUNT = /^[~≈]?\s*(?:at least |about |from )?\$\s?[\d,.]+/i;

export function sortable(table, cell) {
  const body = h("tbody");
  const heads = table.columns.map((name, at) => {
    if (!name) return h("th", { scope: "col" }, h("span", { class: "hidden" }, "Row"));
    const button = h("button", { type: "button", onclick: () => sort(at) }, name);
    return h("th", { scope: "col" }, button);
  });
  const draw = (rows) =>
    body.replaceChildren(...rows.map((row) => h("tr", {}, row.map((one, at) => h(at ? "td" : "th", at ? {} : { scope: "row" }, cell(one))))));
  const sort = (at) => {
    const down = heads[at].getAttribute("aria-sort") === "ascending";
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[at].setAttribute("aria-sort", down ? "descending" : "ascending");
    draw([...table.rows].sort((one, other) => compare(one[at], other[at]) * (down ? -1 : 1)));
  };
  draw(table.rows);
  const label = `Table: ${table.columns.filter(Boolean).join(", ")}`;
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, h("table", {}, h("thead", {}, h("tr", {}, heads)), body));
}

export function compare(one, other) {
  if (one.value !== null && other.value !== null) return one.value - other.value;
  if ((one.value === null) !== (other.value === null)) return one.value === null ? 1 : -1; // unknown ones last
  return one.text.localeCompare(other.text, undefined, { numeric: true });
}

const period = (text) => (/(?:per|a|an|\/)\s?(year|month|credit|course|semester|hour)/i.exec(text) || [])[1] || "total";

// The first column of two amounts or more, all of one period: one series of bars.
export function amounts(table) {
  for (let at = 1; at < table.columns.length; at++) {
    const rows = table.rows.filter((row) => AMOUNT.test(row[at]?.text) && row[at].value > 0);
    if (rows.length > 1 && new Set(rows.map((row) => period(row[at].text))).size === 1) {
      return { name: table.columns[at], bars: rows.map((row) => ({ label: row[0].text, text: row[at].text.replace(/\s*\[\d+\]/g, ""), value: row[at].value })) };
    }
  }
  for (const row of table.rows) { // a comparison: the attributes are rows
    const cells = row.slice(1).map((cell, at) => ({ label: table.columns[at + 1], text: cell.text, value: cell.value })).filter((one) => AMOUNT.test(one.text) && one.value > 0);
    if (cells.length > 1 && new Set(cells.map((one) => period(one.text))).size === 1) return { name: row[0].text, bars: cells };
  }
  return null;
}

export function chart({ name, bars }) {
  const most = Math.max(...bars.map((bar) => bar.value));
  const shown = bars.slice(0, 12);
  const told = `${name}: ${shown.map((bar) => `${bar.label} ${bar.text}`).join("; ")}`;
  const rows = shown.map((bar, at) => [
    svg("text", { x: 0, y: at * 36 + 12 }, `${bar.label}: ${bar.text}`),
    svg("rect", { x: 0, y: at * 36 + 17, width: Math.max(2, (bar.value / most) * 300).toFixed(1), height: 12, rx: 2 }),
  ]);
  return h("figure", {}, svg("svg", { viewBox: `0 0 300 ${shown.length * 36}`, role: "img", "aria-label": told }, rows), h("figcaption", {}, name));
}
