// A small safe subset of Markdown as plain values: paragraphs, lists, tables, bold, marks. Nothing here is ever HTML.
export function parse(text) {
  const blocks = [];
  for (const chunk of text.split(/\n{2,}/)) {
    let lines = [];
    const flush = () => {
      if (lines.length) blocks.push({ kind: "paragraph", parts: inline(lines.join("\n")) });
      lines = [];
    };
    const rows = chunk.split("\n");
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      if (/^\s*\|/.test(row) && /^\s*\|[\s:|-]+\|?\s*$/.test(rows[at + 1] || "")) {
        flush();
        const table = { kind: "table", columns: cells(row), rows: [] };
        for (at += 2; at < rows.length && /^\s*\|/.test(rows[at]); at++) table.rows.push(cells(rows[at]));
        at--;
        blocks.push(table);
      } else if (/^[-*] /.test(row)) {
        flush();
        const last = blocks.at(-1);
        const item = inline(row.slice(2));
        if (last?.kind === "list" && last.open === chunk) last.items.push(item);
        else blocks.push({ kind: "list", items: [item], open: chunk });
      } else if (row.trim()) lines.push(row);
    }
    flush();
  }
  for (const block of blocks) delete block.open;
  return blocks;
}

export function cells(row) {
  return row.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => inline(cell.trim().replace(/\\\|/g, "|")));
}

export function inline(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(/\[(\d{1,3})\]|\*\*([^*\n]+)\*\*/g)) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index) });
    parts.push(found[1] ? { mark: Number(found[1]) } : { strong: found[2] });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

export const plain = (parts) => parts.map((part) => part.text ?? part.strong ?? "").join("").replace(/\s+/g, " ").replace(/ ([.,;:])/g, "$1").trim();
