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
        if (event.name === "problem") throw new Problem(KINDS[data.status] || "server", data.detail);
        yield { name: event.name, data };
        if (event.name === "done") return;
      }
      throw new Problem("network", "The connection was cut.");
    } catch (error) {
      throw error instanceof Problem || signal.aborted ? error : new Problem("network", "The adviser cannot be reached.");
    } finally {
      clearTimeout(timer);
    }
  }

  async rate(message_id, rating, comment) {
    await this.#send("POST", "/v1/feedback", { message_id, rating, comment: comment || null });
  }

  async forget(conversation, key) {
    await this.#send("DELETE", `/v1/conversations/${encodeURIComponent(conversation)}/profile/${encodeURIComponent(key)}`);
  }

  async remove(conversation) {
    await this.#send("DELETE", `/v1/conversations/${encodeURIComponent(conversation)}`);
  }

  async #send(method, path, body, options = {}) {
    let response;
    try {
      response = await fetch(this.endpoint + path, {
        method,
        mode: "cors",
        credentials: "omit",
        cache: "no-store",
        ...options,
        headers: { ...(body && { "Content-Type": "application/json" }), ...options.headers },
        body: body && JSON.stringify(body),
      });
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw new Problem("network", "The adviser cannot be reached.");
    }
    if (response.ok) return response;
    const told = await response.json().catch(() => ({}));
    const kind = KINDS[response.status] || (response.status < 500 ? "refused" : "server");
    throw new Problem(kind, told.detail || `The adviser replied ${response.status}.`, Number(response.headers.get("Retry-After")) || 0);
  }
}
