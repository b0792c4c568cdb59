// The events out of a stream of bytes, however they are cut.
import assert from "node:assert/strict";
import test from "node:test";
import { events, read } from "../../api/widget/stream.js";

const body = (...pieces) => new ReadableStream({
  start(controller) {
    for (const piece of pieces) controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
    controller.close();
  },
});
const all = async (stream) => {
  const found = [];
  for await (const event of events(stream)) if (event.data !== null) found.push([event.name, event.data]);
  return found;
};
const TEXT = 'event: start\r\ndata: {"a": 1}\r\n\r\n: waiting\n\nevent: delta\ndata: {"text": "für $5 – ✓"}\n\ndata: one\ndata: two\n\n';
const EVENTS = [["start", '{"a": 1}'], ["delta", '{"text": "für $5 – ✓"}'], ["message", "one\ntwo"]];

test("events are read whole", async () => assert.deepEqual(await all(body(TEXT)), EVENTS));

test("events are the same wherever the bytes are cut", async () => {
  const bytes = new TextEncoder().encode(TEXT);
  for (let at = 0; at <= bytes.length; at++) assert.deepEqual(await all(body(bytes.slice(0, at), bytes.slice(at))), EVENTS, `cut at ${at}`);
});

test("a byte at a time is enough", async () => {
  assert.deepEqual(await all(body(...[...new TextEncoder().encode(TEXT)].map((one) => Uint8Array.of(one)))), EVENTS);
});

test("a comment is a sign of life without data", () => assert.equal(read(": waiting").data, null));

test("a stream that nobody reads on is let go", async () => {
  let cancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("data: x\n\n")),
    cancel: () => { cancelled = true; },
  });
  for await (const event of events(endless)) { assert.equal(event.data, "x"); break; }
  await new Promise((done) => setImmediate(done));
  assert.ok(cancelled);
});
