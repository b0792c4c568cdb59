// A table that sorts by a click, and a small bar chart beside one that compares amounts.
import { h, svg } from "./dom.js";

const AMOUNT = /^(?:at least |about |from )?[~≈]?\s*\$\s?[\d,.]*\d/i;

export function sortable(table, cell) {
  const rows = table.rows.map((row) => ({ row, shown: h("tr", {}, row.map((one, at) => h(at ? "td" : "th", at ? {} : { scope: "row" }, cell(one)))) }));
  const body = h("tbody", {}, rows.map((one) => one.shown));
  const heads = table.columns.map((name, at) => {
    if (!name) return h("th", { scope: "col" }, h("span", { class: "hidden" }, "Row"));
    const button = h("button", { onclick: () => sort(at) }, name);
    return h("th", { scope: "col" }, button);
  });
  const sort = (at) => {
    const down = heads[at].getAttribute("aria-sort") === "ascending";
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[at].setAttribute("aria-sort", down ? "descending" : "ascending");
    rows.sort((one, other) => compare(one.row[at], other.row[at], down));
    body.append(...rows.map((one) => one.shown)); // moved, not made again: an open source stays open
  };
  const label = `Table: ${table.columns.filter(Boolean).join(", ")}`;
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, h("table", {}, h("thead", {}, h("tr", {}, heads)), body));
}

export function compare(one, other, down = false) {
  const empty = (cell) => cell.value === null && /^(not given)?$/i.test(cell.text);
  if (empty(one) || empty(other)) return empty(one) - empty(other); // unknown ones last, either way round
  const sign = down ? -1 : 1;
  if (one.value !== null && other.value !== null) return sign * (one.value - other.value);
  if ((one.value === null) !== (other.value === null)) return one.value === null ? 1 : -1;
  return sign * one.text.localeCompare(other.text, undefined, { numeric: true });
}

const period = (text) => (/(?:per|a|an|\/)\s?(year|month|credit|course|semester|hour)/i.exec(text) || [])[1] || "total";

// The first column, else the first row, of two amounts or more that are all of one period: one series of bars.
export function amounts({ columns, rows }) {
  const series = (name, cells) => {
    const bars = cells.filter((one) => AMOUNT.test(one.text) && one.value > 0);
    return bars.length > 1 && new Set(bars.map((one) => period(one.text))).size === 1 && { name, bars };
  };
  return [
    ...columns.slice(1).map((name, at) => series(name, rows.map((row) => ({ label: row[0].text, ...row[at + 1] })))),
    ...rows.map((row) => series(row[0].text, row.slice(1).map((cell, at) => ({ label: columns[at + 1], ...cell })))),
  ].find(Boolean);
}

export function chart({ name, bars }) {
  const most = Math.max(...bars.map((bar) => bar.value));
  const shown = bars.slice(0, 12);
  const told = `${name}: ${shown.map((bar) => `${bar.label} ${bar.text}`).join("; ")}`;
  const rows = shown.map((bar, at) => {
    const long = Math.max(2, (bar.value / most) * 190);
    return [
      svg("text", { x: 0, y: at * 42 + 13 }, bar.label.length > 44 ? `${bar.label.slice(0, 43)}…` : bar.label),
      svg("rect", { x: 0, y: at * 42 + 18, width: long.toFixed(1), height: 14, rx: 2 }),
      svg("text", { x: long + 6, y: at * 42 + 30 }, AMOUNT.exec(bar.text)[0]),
    ];
  });
  return h("figure", {}, h("figcaption", {}, name), svg("svg", { viewBox: `0 0 320 ${shown.length * 42}`, role: "img", "aria-label": told }, rows));
}
