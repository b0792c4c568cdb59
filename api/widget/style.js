// The looks, as one sheet that all elements share; colours and fonts are custom properties of the host page's choice.
// Sizes are in em over the reader's own font size: the host page's root size changes nothing.
const CSS_TEXT = `
:host{--a:var(--advisor-accent,light-dark(#1d5fa8,#7db8f5));--on-a:oklch(from var(--a) clamp(0,(.57 - l)*1000,1) 0 0);--paper:var(--advisor-background,light-dark(#fff,#171a1e));--soft:var(--advisor-soft,light-dark(#f2f4f7,#22272d));--ink:var(--advisor-ink,light-dark(#1b2026,#e8ebee));--dim:var(--advisor-dim,light-dark(#56606b,#a3adb8));--line:var(--advisor-line,light-dark(#d3d9e0,#3a424b));--deep:color-mix(in oklab,var(--a),var(--ink));--bad:light-dark(#a8231a,#ff9d92);--warn:light-dark(#fff5d9,#3a3115);--r:var(--advisor-radius,14px);color-scheme:light dark;display:block;font-size:medium}
.panel,.bubble{all:initial;color-scheme:inherit;box-sizing:border-box;font:medium/1.5 var(--advisor-font,system-ui,sans-serif);color:var(--ink);overflow-wrap:anywhere}
:host([theme=light]){color-scheme:light}:host([theme=dark]){color-scheme:dark}
:host([mode=bubble]){position:fixed;inset-block-end:1em;inset-inline-end:1em;z-index:2147483000}
*{box-sizing:border-box;unicode-bidi:plaintext}:host([hidden]),[hidden]{display:none!important}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button{font:inherit;color:inherit;background:none;border:0;cursor:pointer}
:focus-visible{outline:3px solid var(--deep);outline-offset:2px;border-radius:6px}
.bubble,.send,.question{background:var(--a);color:var(--on-a);border:1px solid transparent}.bubble,.send{border-radius:50%;display:grid;place-items:center}
.bubble{cursor:pointer;inline-size:3.5em;block-size:3.5em;box-shadow:0 4px 16px #0004;margin-inline-start:auto}
.panel{display:flex;flex-direction:column;background:var(--paper);border:1px solid var(--line);border-radius:var(--r);overflow:hidden;block-size:var(--advisor-height,34em);min-inline-size:0}
:host([mode=bubble]) .panel{inline-size:min(27em,100vw - 2em);block-size:min(var(--advisor-height,38em),100dvh - 6.5em);margin-block-end:.75em;box-shadow:0 10px 40px #0005}
:host([mode=page]) .panel{block-size:var(--advisor-height,calc(100dvh - 8em));min-block-size:20em}
header{display:flex;align-items:center;gap:.25em;padding:.5em .5em .5em 1em;border-block-end:1px solid var(--line)}
h2{font-size:1em;margin:0;margin-inline-end:auto}
.icon{min-inline-size:2em;min-block-size:2em;display:inline-grid;place-items:center;border-radius:8px;padding:0;color:var(--dim)}
.icon:hover{background:var(--soft);color:var(--ink)}.icon[aria-pressed=true]{color:var(--deep)}.icon[aria-pressed=true] path{fill:currentColor}svg{display:block;inline-size:1.25em;block-size:1.25em}
.scroller{flex:1;overflow-y:auto;padding:1em;overscroll-behavior:contain;min-block-size:0;position:relative}.scroller:focus-visible,.scroll:focus-visible,textarea:focus-visible{outline-offset:-2px}
.log{list-style:none;margin:0;padding:0}.turn{margin-block-end:1.25em;content-visibility:auto;contain-intrinsic-size:auto 16em}
.question{border-radius:var(--r);border-end-end-radius:4px;padding:.5em .8em;margin:0 0 .75em;margin-inline-start:auto;inline-size:fit-content;max-inline-size:85%;white-space:pre-wrap}
.text p,.text ul{margin:0 0 .6em}.text ul{padding-inline-start:1.2em}
.greeting{margin-block-end:1.25em}.greeting p{margin:0 0 .75em;color:var(--dim)}
.mark{font-size:.75em;line-height:1;min-inline-size:max(24px,2em);min-block-size:max(24px,2em);padding:0 .3em;margin-inline-start:.25em;border-radius:99px;border:1px solid var(--line);background:var(--soft);color:var(--ink);font-weight:600;vertical-align:.1em}
.mark:hover,.mark[aria-expanded=true]{background:var(--a);color:var(--on-a);border-color:var(--a)}
.source{border:1px solid var(--line);border-inline-start:4px solid var(--a);border-radius:8px;padding:.6em .8em;margin-block:.5em .8em;background:var(--soft);font-size:.9em}
.text .source p{margin:0 0 .3em}.from b{flex:none}.from{display:flex;gap:.4em;align-items:start}.from .icon{margin-inline-start:auto}.heading{color:var(--dim)}
blockquote{margin:0;white-space:pre-wrap;max-block-size:14em;overflow:auto}a{color:inherit}
.text .note{background:var(--warn);border:1px solid var(--line);border-radius:8px;padding:.4em .7em;font-size:.92em}
.text .note.check{background:none;border:0;padding:0;color:var(--dim)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;font-size:.9em;inline-size:100%}th,td{text-align:start;padding:.35em .6em;border-block-end:1px solid var(--line);vertical-align:top;min-inline-size:7em;font-weight:400;overflow-wrap:normal}tbody tr:last-child>*{border:0}
thead th{background:var(--soft);padding:0}thead button{padding:.35em .6em;font-weight:600;inline-size:100%;text-align:start;min-block-size:2em}
thead button::after{content:" ↕"/"";color:var(--dim)}[aria-sort=ascending] button::after{content:" ↑"/""}[aria-sort=descending] button::after{content:" ↓"/""}
.table{margin-block:.4em .8em}figure{margin:.75em 0 0;max-inline-size:21em}figure svg{inline-size:100%;block-size:auto;direction:ltr}rect{fill:var(--a)}figure text{fill:var(--ink);font-size:13px}figcaption{font-size:.85em;font-weight:600;margin-block-end:.3em}
.tools{display:flex;flex-wrap:wrap;align-items:center;gap:.1em;color:var(--dim);font-size:.85em}.said:not(:empty){margin-inline:.4em}.engine{margin-inline-start:auto}
.comment{flex-basis:100%;display:grid;gap:.4em;justify-items:start}.comment label{inline-size:100%}textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--dim);border-radius:10px;padding:.5em .7em;inline-size:100%;resize:none;display:block;field-sizing:content;max-block-size:10em}::placeholder{color:var(--dim)}
.suggestions,.chips{list-style:none;display:flex;flex-wrap:wrap;gap:.4em;margin:.6em 0 0;padding:0}
.pill{border:1px solid var(--deep);border-radius:1.1em;padding:.3em .8em;text-align:start;min-block-size:2em;font-size:.9em}.pill:hover{background:var(--a);color:var(--on-a)}
.chips{margin:0;padding:.4em 1em;border-block-start:1px solid var(--line);max-block-size:5em;overflow:auto}.chip{display:flex;align-items:center;background:var(--soft);border:1px solid var(--line);border-radius:1.1em;padding-inline-start:.7em;font-size:.85em}
form[part=form]{display:flex;gap:.5em;align-items:end;padding:.7em;border-block-start:1px solid var(--line)}.send{inline-size:2.6em;block-size:2.6em;flex:none}.send:dir(rtl) svg{transform:scaleX(-1)}
.state{color:var(--dim);margin:0}.failed{color:var(--bad)}.link{text-decoration:underline;padding:.2em;min-block-size:24px}
@media (forced-colors:active){rect{fill:CanvasText}}
@media (max-width:30em),(max-height:30em){:host([mode=bubble]) .panel{position:fixed;inset:0;inline-size:auto;block-size:100dvh;margin:0;border:0;border-radius:0}:host([mode=bubble]) .panel:not([hidden])~.bubble{display:none}}
@media (max-height:20em){.panel{overflow-y:auto!important}.scroller{flex:none;overflow:visible}}
`;

let shared;

export function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(CSS_TEXT);
  }
  return shared;
}
