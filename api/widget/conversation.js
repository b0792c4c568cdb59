// What was said, as state that tells when it changes; kept for the tab, so that a reload loses nothing.
import { Problem } from "./client.js";

const TRIES = [1, 2, 4, 8, 15, 15, 15]; // seconds between tries while the adviser cannot be reached

export class Conversation extends EventTarget {
  constructor(client, storage, key) {
    super();
    this.client = client;
    this.storage = storage;
    this.key = key;
    this.#read();
  }

  id = null;
  turns = []; // { question, key, into, text, state: "writing" | "waiting" | "done" | "stopped" | "failed", reply, problem, rating }
  profile = [];
  #abort = null;
  #left = null;
  #wake = null;

  get busy() {
    return ["writing", "waiting"].includes(this.turns.at(-1)?.state);
  }

  async ask(question) {
    question = question.trim().slice(0, 2000);
    if (!question || this.busy) return;
    this.turns.push({ question, key: newKey(), into: this.id, text: "", state: "writing" });
    this.#tell("asked", { question });
    await this.#answer(this.turns.at(-1));
  }

  async retry() {
    const turn = this.turns.at(-1);
    if (this.#wake) return this.#wake();
    if (turn && ["failed", "stopped"].includes(turn.state)) {
      if (turn.state === "stopped") Object.assign(turn, { key: newKey(), into: this.id });
      await this.#answer(turn);
    }
  }

  resume() {
    if (this.#left) this.#answer(this.#left); // the page was left in the middle: the same key gives the reply that was made
    this.#left = null;
  }

  stop() {
    this.#abort?.abort();
    this.#wake?.();
  }

  reset() {
    this.stop();
    if (this.id) this.client.remove(this.id).catch(() => {});
    Object.assign(this, { id: null, turns: [], profile: [] });
    this.#tell("reset");
  }

  async forget(key) {
    await this.client.forget(this.id, key);
    this.profile = this.profile.filter((fact) => fact.key !== key);
    this.#tell("profile");
  }

  async rate(turn, rating, comment) {
    await this.client.rate(turn.reply.message_id, rating, comment);
    turn.rating = rating;
    this.#tell("rated", { turn });
  }

  async #answer(turn) {
    const abort = (this.#abort = new AbortController());
    for (let tries = 0; ; tries++) {
      Object.assign(turn, { text: "", state: "writing", problem: null });
      this.#tell("turn", { turn });
      try {
        await this.#listen(turn, abort.signal);
        return;
      } catch (error) {
        if (abort.signal.aborted) return this.#end(turn, "stopped");
        const problem = error instanceof Problem ? error : new Problem("server", "This page has an error.");
        if (problem.kind === "gone") Object.assign(turn, { key: newKey(), into: (this.id = null) }); // a retry begins anew
        if (!["network", "busy"].includes(problem.kind) || tries >= TRIES.length) return this.#end(turn, "failed", problem);
        Object.assign(turn, { state: "waiting", problem });
        this.#tell("turn", { turn });
        await this.#pause(problem.wait || TRIES[tries], abort.signal);
        if (abort.signal.aborted) return this.#end(turn, "stopped");
      }
    }
  }

  async #listen(turn, signal) {
    for await (const { name, data } of this.client.ask(turn.question, turn.into, turn.key, signal)) {
      if (name === "start") this.id = data.conversation_id;
      if (name === "delta") {
        turn.text += data.text;
        this.#tell("delta", { turn, text: data.text });
      }
      if (name === "done") {
        Object.assign(turn, { reply: data, text: data.answer });
        this.profile = data.profile;
        this.#end(turn, "done");
      }
    }
  }

  #pause(seconds, signal) {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        removeEventListener("online", go);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(go, seconds * 1000);
      addEventListener("online", go);
      signal.addEventListener("abort", go, { once: true });
      this.#wake = go;
    });
  }

  #end(turn, state, problem = null) {
    Object.assign(turn, { state, problem });
    this.#tell(state === "done" ? "answered" : state === "failed" ? "failed" : "turn", { turn });
  }

  #tell(name, detail = {}) {
    if (detail.turn && !this.turns.includes(detail.turn)) return; // of a conversation that was let go
    if (name !== "delta") this.#write();
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #write() {
    let turns = this.turns.map(({ problem, ...turn }) => ({ ...turn, detail: problem?.message }));
    for (let full = true; full; turns = turns.slice(Math.ceil(turns.length / 2))) {
      try {
        this.storage?.setItem(this.key, JSON.stringify({ id: this.id, turns, profile: this.profile }));
        full = false;
      } catch {
        full = turns.length > 0; // the later half is kept where all is too much
      }
    }
  }

  #read() {
    try {
      const kept = JSON.parse(this.storage?.getItem(this.key) || "null");
      if (!kept) return;
      this.turns = kept.turns.map(({ detail, ...turn }) => ({ ...turn, problem: detail ? new Problem("network", detail) : null }));
      Object.assign(this, { id: kept.id, profile: kept.profile });
      if (this.busy) this.#left = this.turns.at(-1);
    } catch { /* not ours */ }
  }
}

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
