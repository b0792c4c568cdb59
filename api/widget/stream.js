// Server-sent events out of a stream of bytes: pure, so that it runs anywhere.
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? "\n\n" : value;
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const block of blocks) {
        const event = read(block);
        yield event; // a comment is an event without data: a sign of life
      }
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

export function read(block) {
  const event = { name: "message", data: null };
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const at = line.indexOf(":");
    const field = at < 0 ? line : line.slice(0, at);
    const value = at < 0 ? "" : line.slice(at + 1).replace(/^ /, "");
    if (field === "event") event.name = value;
    if (field === "data") data.push(value);
  }
  if (data.length) event.data = data.join("\n");
  return event;
}
