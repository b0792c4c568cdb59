// A small safe subset of Markdown as plain values.
import assert from "node:assert/strict";
import test from "node:test";
import { cells, inline, parse, plain } from "../../api/widget/markdown.js";

test("paragraphs, lists and tables stand apart", () => {
  const kinds = parse("One [1].\nStill one.\n\n- a\n- b\n\n| A | B |\n| --- | --- |\n| 1 | 2 [3] |\nAfter.").map((block) => block.kind);
  assert.deepEqual(kinds, ["paragraph", "list", "table", "paragraph"]);
});

test("marks and bold are parts, all else is text", () => {
  assert.deepEqual(inline("**a** b [12]. <b>[x](y)</b>"), [{ strong: "a" }, { text: " b " }, { mark: 12 }, { text: ". <b>[x](y)</b>" }]);
});

test("a cell may hold an escaped bar", () => assert.deepEqual(cells("| a \\| b | c |").map(plain), ["a | b", "c"]));

test("a table that is still being written is no table yet", () => {
  assert.equal(parse("| A | B |")[0].kind, "paragraph");
  assert.deepEqual(parse("| A | B |\n| --- | --- |")[0].rows, []);
});

test("plain words are free of marks and of the room before them", () => assert.equal(plain(inline("The price [1][2] differs [3].")), "The price differs."));

test("a pathological text takes no time", () => {
  const start = performance.now();
  parse("|".repeat(20_000) + "\n" + "**".repeat(20_000) + "[".repeat(20_000) + "\n| - ".repeat(5_000));
  assert.ok(performance.now() - start < 1_000);
});
