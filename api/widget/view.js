// One turn as elements: the question, the answer with its numbered sources, its table, notes, and what can be done with it.
import { button, h } from "./dom.js";
import { parse, plain } from "./markdown.js";
import { amounts, chart, sortable } from "./table.js";

let count = 0;

export function turnView(turn, actions) {
  const answer = h("div", { class: "answer", part: "answer" });
  const view = h("li", { class: "turn" }, h("p", { class: "question", part: "question" }, h("span", { class: "hidden" }, "You: "), turn.question), answer);
  view.update = () => answer.replaceChildren(...answerView(turn, actions));
  view.update();
  return view;
}

function answerView(turn, actions) {
  if (turn.state === "writing" && !turn.text) return [h("p", { class: "state" }, "Looking in the guides…")];
  const shown = turn.text ? body(turn) : [];
  if (turn.state === "stopped") shown.push(h("p", { class: "state" }, "Stopped. ", again(actions)));
  if (turn.state === "waiting") shown.push(h("p", { class: "state" }, `${turn.problem.message} Trying again. `, again(actions, "Try now")));
  if (turn.state === "failed") shown.push(h("p", { class: "state failed", part: "problem" }, `${turn.problem?.message ?? ""} `, again(actions)));
  if (turn.state === "done") shown.push(tools(turn, actions), suggestions("Ask next", turn.reply.suggestions, actions.ask));
  return shown.filter(Boolean);
}

const again = (actions, text = "Try again") => h("button", { class: "link", onclick: actions.retry }, text);

export const suggestions = (label, texts, ask) =>
  texts.length ? h("ul", { class: "suggestions", "aria-label": label }, texts.map((text) => h("li", {}, h("button", { class: "pill", part: "suggestion", onclick: () => ask(text) }, text)))) : null;

function body(turn) {
  const reply = turn.reply;
  const notes = new Map((reply?.notes ?? []).map((note) => [plain([{ text: note.text }]), note.kind]));
  const sources = h("div", { class: "source", part: "source", id: `source-${++count}`, role: "region", "aria-label": "Source", hidden: true, tabindex: "-1" });
  const mark = (number) => {
    const citation = reply?.citations.find((one) => one.number === number);
    if (!citation) return h("sup", {}, `[${number}]`);
    return h("button", { class: "mark", part: "mark", "aria-expanded": "false", "aria-controls": sources.id, "aria-label": `Source ${number}: ${citation.title}`,
      onclick: (event) => openSource(sources, citation, event.currentTarget) }, String(number));
  };
  const write = (parts) => parts.map((part, at) => (part.mark ? mark(part.mark) : part.strong ? h("strong", {}, part.strong) : parts[at + 1]?.mark ? part.text.trimEnd() : part.text));
  let tables = 0;
  const blocks = parse(turn.text).map((block) => {
    if (block.kind === "list") return h("ul", {}, block.items.map((item) => h("li", {}, write(item))));
    if (block.kind === "table") return tableView((!tables++ && reply?.table) || bare(block), write);
    const kind = notes.get(plain(block.parts));
    return h("p", kind ? { class: `note ${kind}`, part: "note", role: "note" } : {}, write(block.parts));
  });
  return [h("div", { class: "text" }, blocks, sources)];
}

const bare = (block) => ({
  columns: block.columns.map(plain),
  rows: block.rows.map((row) => row.map((parts) => ({ text: plain(parts), value: null, citations: parts.filter((part) => part.mark).map((part) => part.mark) }))),
});

function tableView(table, write) {
  const cell = (one) => [one.text, ...write(one.citations.map((mark) => ({ mark })))];
  const series = amounts(table);
  return h("div", { class: "table", part: "table" }, sortable(table, cell), series && chart(series));
}

function openSource(box, citation, mark) {
  const was = mark.getAttribute("aria-expanded") === "true";
  for (const other of mark.closest(".text").querySelectorAll(".mark")) other.setAttribute("aria-expanded", "false");
  box.hidden = was;
  if (was) return;
  mark.setAttribute("aria-expanded", "true");
  mark.closest("p,ul,.scroll").after(box);
  const close = () => {
    mark.click();
    mark.focus();
  };
  const from = [citation.title, citation.publisher, citation.updated ? `updated ${citation.updated}` : "undated"].filter(Boolean).join(" · ");
  const url = /^https?:\/\//.test(citation.url || "") ? h("a", { href: citation.url, target: "_blank", rel: "noopener noreferrer" }, "Open the guide") : null;
  box.replaceChildren(
    h("p", { class: "from" }, h("b", {}, `${citation.number}.`), h("span", {}, from), button("Close the source", "close", close)),
    h("p", { class: "heading" }, citation.section),
    h("blockquote", { tabindex: "0" }, citation.quote),
    ...(url ? [url] : []),
  );
  box.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  box.focus();
}

function tools(turn, actions) {
  const said = h("span", { class: "said", role: "status" });
  const thumbs = {};
  const comment = h("form", { class: "comment", hidden: true, onsubmit: (event) => {
    event.preventDefault();
    comment.hidden = true;
    thumbs[turn.rating]?.focus();
    rate(turn.rating, comment.elements.comment.value);
  } }, h("label", {}, "Why? (optional) ", h("textarea", { name: "comment", rows: "2", maxlength: "2000" })), h("button", { type: "submit", class: "pill" }, "Send comment"));
  const rate = async (rating, words) => {
    said.textContent = await actions.rate(turn, rating, words);
    for (const name in thumbs) thumbs[name].setAttribute("aria-pressed", String(turn.rating === name));
    comment.hidden = words !== undefined || turn.rating !== rating;
  };
  const thumb = (rating, label) => (thumbs[rating] = button(label, rating, () => rate(rating), { "aria-pressed": String(turn.rating === rating) }));
  return h("div", { class: "tools" },
    button("Copy with sources", "copy", async () => (said.textContent = await copy(turn.reply))),
    thumb("up", "This helped"), thumb("down", "This did not help"),
    said, h("span", { class: "engine" }, `answered by: ${turn.reply.engine}`), comment);
}

async function copy(reply) {
  const sources = reply.citations.map((one) => `[${one.number}] ${one.title}, ${one.section} (${one.updated || "undated"})`);
  try {
    await navigator.clipboard.writeText([reply.answer, ...(sources.length ? ["", ...sources] : [])].join("\n"));
    return "Copied";
  } catch {
    return "This page may not copy";
  }
}
