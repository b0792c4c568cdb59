// What was said, as state: with a client that answers as it is told.
import assert from "node:assert/strict";
import test from "node:test";
import { Problem } from "../../api/widget/client.js";
import { Conversation } from "../../api/widget/conversation.js";

globalThis.addEventListener ??= () => {};
globalThis.removeEventListener ??= () => {};

const reply = (answer, id = "c1") => ({ answer, conversation_id: id, message_id: "m", profile: [{ key: "budget", text: "low" }] });
const events = (answer, id = "c1") => [
  { name: "start", data: { conversation_id: id } }, { name: "delta", data: { text: answer } }, { name: "done", data: reply(answer, id) },
];

class FakeClient {
  constructor(...acts) {
    this.acts = acts;
    this.asked = [];
    this.removed = [];
  }

  async *ask(message, conversation, key, signal) {
    this.asked.push({ message, conversation, key });
    for (const step of this.acts.shift() ?? []) {
      if (step instanceof Error) throw step;
      if (step === "hang") await new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(signal.reason)));
      yield step;
    }
  }

  async remove(id) { this.removed.push(id); }
  async forget() {}
}

class Storage {
  constructor(room = Infinity) {
    this.room = room;
    this.kept = new Map();
  }

  getItem(key) { return this.kept.get(key) ?? null; }
  setItem(key, value) {
    if (value.length > this.room) throw new Error("full");
    this.kept.set(key, value);
  }
}

const talk = (client, storage = new Storage()) => new Conversation(client, storage, "k");

test("a question is asked in the conversation of the one before", async () => {
  const client = new FakeClient(events("One."), events("Two."));
  const said = talk(client);
  await said.ask(" first ");
  await said.ask("second");
  assert.deepEqual(client.asked.map((one) => [one.message, one.conversation]), [["first", null], ["second", "c1"]]);
  assert.notEqual(client.asked[0].key, client.asked[1].key);
  assert.deepEqual(said.profile, [{ key: "budget", text: "low" }]);
});

test("nothing is asked while a reply is being written, nor nothing at all", async () => {
  const client = new FakeClient(["hang"]);
  const said = talk(client);
  await said.ask("   ");
  const asking = said.ask("first");
  await said.ask("second");
  said.stop();
  await asking;
  assert.equal(client.asked.length, 1);
  assert.equal(said.turns[0].state, "stopped");
});

test("a first question that was cut is asked again as it was, with its key", async () => {
  const client = new FakeClient([events("x")[0], new Problem("network", "cut")], events("Whole."));
  const said = talk(client);
  const asking = said.ask("first");
  while (said.turns[0].state !== "waiting") await new Promise((go) => setImmediate(go));
  await said.retry();
  await asking;
  assert.deepEqual(client.asked[0], client.asked[1]);
  assert.equal(said.turns[0].text, "Whole.");
});

test("a question that was stopped is asked again as a new one", async () => {
  const client = new FakeClient([events("x")[0], "hang"], events("Whole."));
  const said = talk(client);
  const asking = said.ask("first");
  while (!said.id) await new Promise((go) => setImmediate(go));
  said.stop();
  await asking;
  await said.retry();
  assert.notEqual(client.asked[0].key, client.asked[1].key);
  assert.equal(client.asked[1].conversation, "c1");
});

test("an expired conversation begins anew with the retry", async () => {
  const client = new FakeClient(events("One."), [new Problem("gone", "expired")], events("Two.", "c2"));
  const said = talk(client);
  await said.ask("first");
  await said.ask("second");
  assert.equal(said.turns[1].state, "failed");
  await said.retry();
  assert.equal(client.asked[2].conversation, null);
  assert.equal(said.id, "c2");
});

test("what was kept is there again, and what was left in the middle goes on", async () => {
  const storage = new Storage();
  const before = talk(new FakeClient(events("One."), [events("x")[0], "hang"]), storage);
  await before.ask("first");
  before.ask("second");
  await new Promise((go) => setImmediate(go));
  const client = new FakeClient(events("Two."));
  const after = talk(client, storage);
  assert.ok(after.busy);
  after.resume();
  while (after.busy) await new Promise((go) => setImmediate(go));
  assert.deepEqual(after.turns.map((turn) => turn.text), ["One.", "Two."]);
  assert.equal(client.asked[0].key, before.turns[1].key);
  before.stop();
});

test("where the room is small the later half is kept", async () => {
  const storage = new Storage(2_000);
  const said = talk(new FakeClient(...Array.from({ length: 20 }, (_, at) => events(`Answer ${at}.`))), storage);
  for (let at = 0; at < 20; at++) await said.ask(`question ${at}`);
  const kept = talk(new FakeClient(), storage).turns.map((turn) => turn.question);
  assert.ok(kept.length > 1 && kept.length < 20);
  assert.equal(kept.at(-1), "question 19");
});

test("a conversation that was let go says nothing more, and is deleted", async () => {
  const client = new FakeClient([events("x")[0], "hang"]);
  const said = talk(client);
  const asking = said.ask("first");
  while (!said.id) await new Promise((go) => setImmediate(go));
  const told = [];
  said.addEventListener("turn", () => told.push("turn"));
  said.reset();
  await asking;
  assert.deepEqual(told, []);
  assert.deepEqual(client.removed, ["c1"]);
  assert.deepEqual(said.turns, []);
});
