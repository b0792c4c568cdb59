// The only fetch: the adviser over HTTP.
import { events } from "./stream.js";

const SILENCE = 45_000; // the server gives a sign of life every 15 s

export class Problem extends Error {
  constructor(kind, detail, wait = 0) {
    super(detail);
    this.kind = kind; // "network", "busy", "limit", "gone", "refused" or "server"
    this.wait = wait; // seconds
  }
}

const KINDS = { 404: "gone", 409: "busy", 429: "limit", 503: "busy" };
const ANEW = "Try again to begin a new one.";

export function problem(status, told, wait) {
  const full = /conversation-full$/.test(told.type);
  const kind = full ? "gone" : KINDS[status] || (status < 500 ? "refused" : "server");
  const words = { gone: `This conversation ${full ? "is full" : "has expired"}. ${ANEW}`, limit: `Too many questions just now. Wait ${wait || "a few"} seconds, then try again.` }[kind];
  return new Problem(kind, words || told.detail || `The adviser replied ${status}.`, wait);
}

const away = () => new Problem("network", "The adviser cannot be reached.");
const at = (...names) => `/v1/conversations/${names.map(encodeURIComponent).join("/")}`;

export class Client {
  constructor(endpoint) {
    this.endpoint = endpoint.replace(/\/+$/, "");
  }

  async *ask(message, conversation, key, signal) {
    const silence = new AbortController();
    let timer;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE);
    };
    alive();
    try {
      const response = await this.#send("POST", "/v1/chat", { message, conversation_id: conversation }, {
        signal: AbortSignal.any([signal, silence.signal]),
        headers: { Accept: "text/event-stream", "Idempotency-Key": key },
      });
      for await (const event of events(response.body)) {
        alive();
        if (event.data === null) continue;
        const data = JSON.parse(event.data);
        if (event.name === "problem") throw problem(data.status, data, 0);
        yield { name: event.name, data };
        if (event.name === "done") return;
      }
      throw new Problem("network", "The connection was cut.");
    } catch (error) {
      throw error instanceof Problem || signal.aborted ? error : away();
    } finally {
      clearTimeout(timer);
    }
  }

  async rate(message_id, rating, comment) {
    await this.#send("POST", "/v1/feedback", { message_id, rating, comment: comment || null });
  }

  async forget(conversation, key) {
    await this.#send("DELETE", at(conversation, "profile", key));
  }

  async remove(conversation) {
    await this.#send("DELETE", at(conversation));
  }

  async #send(method, path, body, options = {}) {
    let response;
    try {
      response = await fetch(this.endpoint + path, {
        method,
        credentials: "omit",
        ...options,
        headers: { ...(body && { "Content-Type": "application/json" }), ...options.headers },
        body: body && JSON.stringify(body),
      });
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw away();
    }
    if (response.ok) return response;
    const told = await response.json().catch(() => ({}));
    throw problem(response.status, told, Number(response.headers.get("Retry-After")) || 0);
  }
}
