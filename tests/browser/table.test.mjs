// What a table sorts by and which of its amounts are compared.
import assert from "node:assert/strict";
import test from "node:test";
import { amounts, compare } from "../../api/widget/table.js";

const cell = (text, value = null) => ({ text, value, citations: [] });
const sorted = (cells, down) => [...cells].sort((one, other) => compare(one, other, down)).map((one) => one.text);
const PRICES = [cell("$9,000", 9000), cell("not given"), cell("$20,000", 20000), cell("~$7,000", 7000)];

test("amounts sort by their value, and unknown ones stay last either way", () => {
  assert.deepEqual(sorted(PRICES), ["~$7,000", "$9,000", "$20,000", "not given"]);
  assert.deepEqual(sorted(PRICES, true), ["$20,000", "$9,000", "~$7,000", "not given"]);
});

test("words sort as people count", () => assert.deepEqual(sorted([cell("item 10"), cell("Item 9")]), ["Item 9", "item 10"]));

test("a column of amounts of one period is a series", () => {
  const series = amounts({ columns: ["School", "Tuition"], rows: [[cell("A"), cell("$5 in total", 5)], [cell("B"), cell("~$7 in total", 7)]] });
  assert.equal(series.name, "Tuition");
  assert.deepEqual(series.bars.map((bar) => [bar.label, bar.value]), [["A", 5], ["B", 7]]);
});

test("a row of amounts is a series where the columns are compared", () => {
  const series = amounts({ columns: ["", "A", "B"], rows: [[cell("GRE"), cell("no"), cell("yes")], [cell("Tuition"), cell("$5", 5), cell("$7", 7)]] });
  assert.deepEqual(series.bars.map((bar) => bar.label), ["A", "B"]);
});

test("amounts of different periods, one amount alone and other numbers are no series", () => {
  const of = (...texts) => amounts({ columns: ["School", "Cost"], rows: texts.map((text) => [cell("A"), cell(text, 5)]) });
  assert.ok(!of("$5 a year", "$7 in total"));
  assert.ok(!of("$5"));
  assert.ok(!of("30 credits", "36 credits"));
});

test("a table without rows or with short rows has no series", () => {
  assert.ok(!amounts({ columns: [], rows: [] }));
  assert.ok(!amounts({ columns: ["A", "B"], rows: [[cell("x")]] }));
});
