// Elements by createElement and text by textContent only: nothing in an answer can become markup.
const SVG = "http://www.w3.org/2000/svg";

export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), tag === "button" ? { type: "button", ...props } : props, children);
}

export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const icon = (name) =>
  svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" }, svg("path", { d: ICONS[name] }));

export const button = (label, name, onclick, more) => h("button", { class: "icon", "aria-label": label, onclick, ...more }, icon(name));

const ICONS = {
  chat: "M21 12a8 8 0 0 1-11.6 7.1L4 21l1.9-5.4A8 8 0 1 1 21 12z",
  close: "M6 6l12 12M18 6L6 18",
  fresh: "M12 5v14M5 12h14",
  send: "M5 12h14M13 6l6 6-6 6",
  stop: "M7 7h10v10H7z",
  up: "M7 11v9H4v-9zm0 0l4-8a2 2 0 0 1 3 2v5h5a2 2 0 0 1 2 2l-2 6a2 2 0 0 1-2 2H7",
  down: "M17 13V4h3v9zm0 0l-4 8a2 2 0 0 1-3-2v-5H5a2 2 0 0 1-2-2l2-6a2 2 0 0 1 2-2h10",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
};
