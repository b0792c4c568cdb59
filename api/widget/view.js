// One turn as elements: the question, the answer with its numbered sources, its table, notes, and what can be done with it.
import { h, icon, ICONS } from "./dom.js";
import { parse, plain } from "./markdown.js";
import { amounts, chart, sortable } from "./table.js";

let count = 0;

export function turnView(turn, actions) {
  const answer = h("div", { class: "answer", part: "answer" });
  const view = h("li", { class: "turn" }, h("p", { class: "question", part: "question", dir: "auto" }, h("span", { class: "hidden" }, "You: "), turn.question), answer);
  view.update = () => answer.replaceChildren(...answerView(turn, actions));
  view.update();
  return view;
}

function answerView(turn, actions) {
  if (turn.state === "writing" && !turn.text) return [h("p", { class: "typing" }, h("span", { class: "hidden" }, "The adviser is writing"), h("i"), h("i"), h("i"))];
  const shown = turn.text ? body(turn) : [];
  if (turn.state === "stopped") shown.push(h("p", { class: "state" }, "Stopped. ", again(actions)));
  if (turn.state === "waiting") shown.push(h("p", { class: "state" }, `${turn.problem.message} Trying again. `, again(actions, "Try now")));
  if (turn.state === "failed") shown.push(h("p", { class: "state failed", part: "problem" }, `${turn.problem?.message ?? ""} `, again(actions)));
  if (turn.state === "done") shown.push(tools(turn, actions), suggestions(turn.reply, actions));
  return shown.filter(Boolean);
}

const again = (actions, text = "Try again") => h("button", { type: "button", class: "link", onclick: actions.retry }, text);

function body(turn) {
  const reply = turn.reply;
  const notes = new Map((reply?.notes ?? []).map((note) => [plain([{ text: note.text }]), note.kind]));
  const sources = h("div", { class: "source", part: "source", id: `source-${++count}`, role: "region", "aria-label": "Source", hidden: true, tabindex: "-1" });
  const mark = (number) => {
    const citation = reply?.citations.find((one) => one.number === number);
    if (!citation) return h("sup", {}, `[${number}]`);
    return h("button", { type: "button", class: "mark", part: "mark", "aria-expanded": "false", "aria-controls": sources.id, "aria-label": `Source ${number}: ${citation.title}`,
      onclick: (event) => openSource(sources, citation, event.currentTarget) }, String(number));
  };
  const write = (parts) => parts.map((part) => (part.mark ? mark(part.mark) : part.strong ? h("strong", {}, part.strong) : part.text));
  const blocks = parse(turn.text).map((block) => {
    if (block.kind === "list") return h("ul", {}, block.items.map((item) => h("li", {}, write(item))));
    if (block.kind === "table") return reply?.table ? tableView(reply.table, write) : tableView(bare(block), write);
    const kind = notes.get(plain(block.parts));
    return h("p", kind ? { class: `note ${kind}`, part: "note" } : {}, write(block.parts));
  });
  return [h("div", { class: "text", dir: "auto" }, blocks), sources];
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

function openSource(box, citation, button) {
  const was = button.getAttribute("aria-expanded") === "true";
  for (const other of box.parentElement.querySelectorAll(".mark")) other.setAttribute("aria-expanded", "false");
  box.hidden = was;
  if (was) return;
  button.setAttribute("aria-expanded", "true");
  const close = () => {
    box.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };
  const from = [citation.title, citation.publisher, citation.updated ? `updated ${citation.updated}` : "undated"].filter(Boolean).join(" · ");
  const url = /^https?:\/\//.test(citation.url || "") ? h("a", { href: citation.url, target: "_blank", rel: "noopener noreferrer" }, "Open the guide") : null;
  box.replaceChildren(
    h("p", { class: "from" }, h("b", {}, `${citation.number}. `), from, h("button", { type: "button", class: "icon", "aria-label": "Close the source", onclick: close }, icon(ICONS.close))),
    h("p", { class: "heading" }, citation.section),
    h("blockquote", {}, citation.quote),
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
  const comment = h("form", { class: "comment", hidden: true, onsubmit: (event) => {
    event.preventDefault();
    comment.hidden = true;
    rate("down", comment.elements.comment.value);
  } }, h("label", {}, "What was wrong? ", h("textarea", { name: "comment", rows: "2", maxlength: "2000" })), h("button", { type: "submit", class: "pill" }, "Send"));
  const marks = {};
  const rate = async (rating, words) => {
    said.textContent = await actions.rate(turn, rating, words);
    for (const [name, button] of Object.entries(marks)) button.setAttribute("aria-pressed", String(turn.rating === name));
  };
  const thumb = (rating, label, onclick) => (marks[rating] = h("button", { type: "button", class: "icon", "aria-label": label, "aria-pressed": String(turn.rating === rating), onclick }, icon(ICONS[rating])));
  return h("div", { class: "tools" },
    h("button", { type: "button", class: "icon", "aria-label": "Copy with sources", onclick: async () => (said.textContent = await copy(turn.reply)) }, icon(ICONS.copy)),
    thumb("up", "This helped", () => rate("up")),
    thumb("down", "This did not help", () => {
      rate("down");
      comment.hidden = false;
      comment.elements.comment.focus();
    }),
    said, h("span", { class: "engine" }, `written by: ${turn.reply.engine}`), comment);
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

function suggestions(reply, actions) {
  if (!reply.suggestions.length) return null;
  return h("ul", { class: "suggestions", "aria-label": "Ask next" }, reply.suggestions.map((text) => h("li", {}, h("button", { type: "button", class: "pill", part: "suggestion", onclick: () => actions.ask(text) }, text))));
}
