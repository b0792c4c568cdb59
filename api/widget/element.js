// <advisor-chat>: wires the conversation to what is seen.
import { Client } from "./client.js";
import { Conversation } from "./conversation.js";
import { button, h, icon } from "./dom.js";
import { plain, parse } from "./markdown.js";
import { sheet } from "./style.js";
import { suggestions, turnView } from "./view.js";

const HERE = new URL(import.meta.url).origin;
const GREETING = "Ask a question. Every figure shows its source.";

export class AdvisorChat extends HTMLElement {
  static observedAttributes = ["endpoint", "mode", "heading", "greeting", "suggestions", "accent"];
  #root = this.attachShadow({ mode: "open" });
  #views = new Map();

  connectedCallback() {
    if (this.conversation) return;
    if (!this.hasAttribute("mode")) this.setAttribute("mode", "bubble");
    this.#root.adoptedStyleSheets = [sheet()];
    this.#connect();
    this.#draw();
    this.conversation.resume();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.conversation || before === now) return;
    if (name === "endpoint") this.#connect();
    this.#draw();
  }

  open() {
    if (this.#panel?.hidden) this.#toggle(true);
  }

  close() {
    if (this.#bubble && !this.#panel.hidden) this.#toggle(false);
  }

  ask(text) {
    this.open();
    return this.conversation.ask(String(text));
  }

  reset() {
    this.conversation.reset();
  }

  #connect() {
    this.conversation?.stop();
    const endpoint = this.getAttribute("endpoint") || HERE;
    this.conversation = new Conversation(new Client(endpoint), storage(), `advisor-chat ${endpoint}`);
    const mine = this.conversation;
    const on = (name, then) => mine.addEventListener(name, (event) => mine === this.conversation && then(event.detail));
    on("asked", ({ question }) => {
      this.#voice.replaceChildren();
      this.#emit("advisor-asked", { message: question });
    });
    on("turn", ({ turn }) => {
      this.#show(turn);
      if (turn.state === "waiting") this.#announce(turn.problem.message);
      if (turn.state === "stopped") this.#announce("Stopped.");
    });
    on("delta", ({ turn, text }) => {
      this.#show(turn);
      this.#announce(text);
    });
    on("answered", ({ turn }) => {
      this.#show(turn);
      this.#drawProfile();
      this.#emit("advisor-answered", { reply: turn.reply });
    });
    on("failed", ({ turn }) => {
      this.#show(turn);
      this.#announce(turn.problem.message);
      this.#emit("advisor-failed", { kind: turn.problem.kind, detail: turn.problem.message });
    });
    on("profile", () => this.#drawProfile());
    on("reset", () => {
      this.#draw();
      this.#input.focus();
    });
  }

  #draw() {
    const inBubble = this.getAttribute("mode") === "bubble";
    const wasOpen = this.#bubble && !this.#panel.hidden;
    const heading = this.getAttribute("heading") || "Advisor";
    this.#views.clear();
    this.#paint();
    this.#input = h("textarea", { rows: "1", maxlength: "2000", part: "input", "aria-label": "Your question", placeholder: "Ask a question", enterkeyhint: "send", dir: "auto",
      onkeydown: (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        if (!this.conversation.busy) this.#submit(); // what is typed meanwhile waits; only the button stops
      } });
    this.#send = h("button", { type: "submit", class: "send", part: "send" });
    this.#log = h("ol", { class: "log", part: "log" });
    this.#chips = h("ul", { class: "chips", part: "profile", "aria-label": "What the adviser remembers" });
    this.#voice = h("div", { class: "hidden", role: "log" });
    this.#scroll = h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Conversation" }, this.#greeting(), this.#log);
    this.#panel = h("section", { class: "panel", part: "panel", "aria-label": heading, role: inBubble ? "dialog" : "region", hidden: inBubble && !wasOpen },
      h("header", { part: "header" }, h("h2", { part: "heading" }, heading), button("New conversation", "fresh", () => this.reset()), inBubble && button("Close", "close", () => this.close())),
      this.#scroll, this.#chips,
      h("form", { part: "form", onsubmit: (event) => {
        event.preventDefault();
        this.#submit();
      } }, this.#input, this.#send),
      this.#voice);
    this.#panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && inBubble) this.close();
    });
    this.#bubble = inBubble && h("button", { class: "bubble", part: "bubble", "aria-label": heading, "aria-expanded": String(!!wasOpen), onclick: () => this.#toggle(this.#panel.hidden) }, icon("chat"));
    this.#root.replaceChildren(...[this.#panel, this.#bubble].filter(Boolean));
    for (const turn of this.conversation.turns) this.#show(turn);
    this.#scroll.scrollTop = this.#log.clientHeight && this.#scroll.scrollHeight;
    this.#drawProfile();
    this.#drawState();
  }

  #accent;
  #panel;
  #bubble;
  #log;
  #scroll;
  #chips;
  #input;
  #send;
  #voice;

  #greeting() {
    const given = (this.getAttribute("suggestions") || "").split("|").filter((text) => text.trim());
    return h("div", { class: "greeting" }, h("p", { part: "greeting" }, this.getAttribute("greeting") || GREETING),
      suggestions("Examples", given, (text) => this.ask(text)));
  }

  #paint() {
    const accent = this.getAttribute("accent");
    if (CSS.supports("color", accent)) this.style.setProperty("--advisor-accent", accent);
    else if (this.#accent) this.style.removeProperty("--advisor-accent");
    this.#accent = accent;
  }

  #show(turn) {
    let view = this.#views.get(turn);
    const near = view && this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < 120;
    if (view) view.update();
    else {
      view = turnView(turn, { ask: (text) => this.ask(text), retry: () => {
        this.#scroll.focus(); // the button goes
        this.conversation.retry();
      }, rate: (...words) => this.#rate(...words) });
      this.#views.set(turn, view);
      this.#log.append(view);
    }
    this.#drawState();
    // Follows what is written until the question has reached the top; never moves the page around it.
    if (near || turn.state === "writing" && !turn.text) this.#scroll.scrollTop = view.offsetTop - 12;
  }

  async #rate(turn, rating, comment) {
    try {
      await this.conversation.rate(turn, rating, comment);
      return "Thank you";
    } catch (error) {
      return error.message;
    }
  }

  #drawProfile() {
    this.#chips.replaceChildren(...this.conversation.profile.map((fact) =>
      h("li", { class: "chip" }, fact.text, button(`Forget: ${fact.text}`, "close", () => this.#forget(fact)))));
    this.#chips.hidden = !this.conversation.profile.length;
  }

  async #forget(fact) {
    try {
      await this.conversation.forget(fact.key);
      this.#announce(`Forgotten: ${fact.text}`);
      this.#input.focus();
    } catch (error) {
      this.#announce(error.message);
    }
  }

  #drawState() {
    const busy = this.conversation.busy;
    this.#send.setAttribute("aria-label", busy ? "Stop" : "Send");
    this.#send.replaceChildren(icon(busy ? "stop" : "send"));
  }

  #submit() {
    if (this.conversation.busy) return this.conversation.stop();
    const text = this.#input.value;
    if (!text.trim()) return;
    this.#input.value = "";
    this.conversation.ask(text);
  }

  #toggle(open) {
    this.#panel.hidden = !open;
    this.#bubble?.setAttribute("aria-expanded", String(open));
    if (open) {
      this.#input.focus();
      this.#scroll.scrollTop = this.#log.clientHeight && this.#scroll.scrollHeight;
    } else this.#bubble?.focus();
  }

  #announce(text) {
    const said = parse(text).map((block) => (block.kind === "list" ? block.items.map(plain).join(". ") : block.kind === "table" ? "A table follows." : plain(block.parts)));
    this.#voice.append(h("p", {}, said.join(" ")));
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null; // the page may not keep anything
  }
}
