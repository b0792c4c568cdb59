// The looks, as one sheet that all elements share; colours and fonts are custom properties of the host page's choice.
const CSS_TEXT = `
:host{--a:var(--advisor-accent,#1d5fa8);--on-a:oklch(from var(--a) clamp(0,(.66 - l)*1000,1) 0 0);--paper:var(--advisor-background,light-dark(#fff,#171a1e));--soft:var(--advisor-soft,light-dark(#f2f4f7,#22272d));--ink:var(--advisor-ink,light-dark(#1b2026,#e8ebee));--dim:var(--advisor-dim,light-dark(#56606b,#a3adb8));--line:var(--advisor-line,light-dark(#d3d9e0,#3a424b));--bad:light-dark(#a8231a,#ff9d92);--warn:light-dark(#fff5d9,#3a3115);--r:var(--advisor-radius,14px);color-scheme:light dark;display:block;font:16px/1.5 var(--advisor-font,system-ui,sans-serif);color:var(--ink)}
:host([theme=light]){color-scheme:light}:host([theme=dark]){color-scheme:dark}
:host([mode=bubble]){position:fixed;inset-block-end:1rem;inset-inline-end:1rem;z-index:2147483000}
*{box-sizing:border-box}[hidden]{display:none!important}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button{font:inherit;color:inherit;background:none;border:0;cursor:pointer}
:focus-visible{outline:3px solid var(--a);outline-offset:2px;border-radius:6px}
.bubble,.send{background:var(--a);color:var(--on-a);border-radius:50%;display:grid;place-items:center;border:1px solid transparent}
.bubble{inline-size:3.5rem;block-size:3.5rem;box-shadow:0 4px 16px #0004;margin-inline-start:auto}
.panel{display:flex;flex-direction:column;background:var(--paper);border:1px solid var(--line);border-radius:var(--r);overflow:hidden;block-size:var(--advisor-height,34rem);max-block-size:100%;min-inline-size:0}
:host([mode=bubble]) .panel{inline-size:min(27rem,calc(100vw - 2rem));block-size:min(var(--advisor-height,38rem),calc(100dvh - 6.5rem));margin-block-end:.75rem;box-shadow:0 10px 40px #0005}
:host([mode=page]) .panel{block-size:var(--advisor-height,calc(100dvh - 8rem));min-block-size:20rem}
header{display:flex;align-items:center;gap:.25rem;padding:.5rem .5rem .5rem 1rem;border-block-end:1px solid var(--line)}
h2{font-size:1rem;margin:0;margin-inline-end:auto;overflow-wrap:anywhere}
.icon{min-inline-size:2rem;min-block-size:2rem;display:inline-grid;place-items:center;border-radius:8px;padding:0;color:var(--dim)}
.icon:hover{background:var(--soft);color:var(--ink)}.icon[aria-pressed=true]{color:var(--a)}.icon svg{inline-size:1.1rem;block-size:1.1rem}
.scroller{flex:1;overflow-y:auto;padding:1rem;overscroll-behavior:contain;min-block-size:0}
.log{list-style:none;margin:0;padding:0}.turn{margin-block-end:1.25rem;content-visibility:auto;contain-intrinsic-size:auto 16rem}
.question{background:var(--a);color:var(--on-a);border-radius:var(--r) var(--r) 4px var(--r);padding:.5rem .8rem;margin:0 0 .75rem auto;inline-size:fit-content;max-inline-size:85%;white-space:pre-wrap;overflow-wrap:anywhere}
.answer{overflow-wrap:anywhere}.text p,.text ul{margin:0 0 .6rem}.text ul{padding-inline-start:1.2rem}
.greeting{margin-block-end:1.25rem}.greeting p{margin:0 0 .75rem;color:var(--dim)}
.mark{font-size:.72rem;line-height:1;min-inline-size:1.5rem;min-block-size:1.5rem;padding:0 .3rem;margin-inline:.15rem;border-radius:99px;border:1px solid var(--line);background:var(--soft);color:var(--ink);font-weight:600;vertical-align:.1em}
.mark:hover,.mark[aria-expanded=true]{background:var(--a);color:var(--on-a);border-color:var(--a)}
.source{border:1px solid var(--line);border-inline-start:4px solid var(--a);border-radius:8px;padding:.6rem .8rem;margin-block:.5rem;background:var(--soft);font-size:.9rem}
.source p{margin:0 0 .3rem}.source .from{display:flex;gap:.4rem;align-items:start}.source .from .icon{margin-inline-start:auto}.source .heading{color:var(--dim)}
.source blockquote{margin:0;white-space:pre-wrap;max-block-size:14rem;overflow:auto}a{color:inherit}
.note{background:var(--warn);border:1px solid var(--line);border-radius:8px;padding:.4rem .7rem;font-size:.92rem}
.note.check{background:none;border:0;padding:0;color:var(--dim)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;font-size:.9rem;inline-size:100%}th,td{text-align:start;padding:.35rem .6rem;border-block-end:1px solid var(--line);vertical-align:top;min-inline-size:6rem;font-weight:400;overflow-wrap:normal}
thead th{background:var(--soft);padding:0}thead button{padding:.35rem .6rem;font-weight:600;inline-size:100%;text-align:start;min-block-size:2rem}
thead button::after{content:" ↕";color:var(--dim)}[aria-sort=ascending] button::after{content:" ↑"}[aria-sort=descending] button::after{content:" ↓"}
.table{margin-block:.4rem .8rem}figure{margin:.75rem 0 0;max-inline-size:24rem}figure svg{inline-size:100%;block-size:auto}figure rect{fill:var(--a)}figure text{fill:var(--ink);font-size:11px}figcaption{font-size:.8rem;color:var(--dim)}
.tools{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem;color:var(--dim);font-size:.8rem}.said:not(:empty){margin-inline:.4rem}.engine{margin-inline-start:auto}
.comment{flex-basis:100%;display:grid;gap:.4rem;justify-items:start}.comment label{inline-size:100%}textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--dim);border-radius:10px;padding:.5rem .7rem;inline-size:100%;resize:none;display:block}
.suggestions,.chips{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;margin:.6rem 0 0;padding:0}
.pill{border:1px solid var(--a);border-radius:99px;padding:.3rem .8rem;text-align:start;min-block-size:2rem;font-size:.9rem}.pill:hover{background:var(--a);color:var(--on-a)}
.chips{margin:0;padding:.4rem 1rem;border-block-start:1px solid var(--line);max-block-size:6rem;overflow:auto}.chip{display:flex;align-items:center;background:var(--soft);border:1px solid var(--line);border-radius:99px;padding-inline-start:.7rem;font-size:.85rem}
form[part=form]{display:flex;gap:.5rem;align-items:end;padding:.7rem;border-block-start:1px solid var(--line)}.send{inline-size:2.6rem;block-size:2.6rem;flex:none}
.state{color:var(--dim);margin:0}.state.failed{color:var(--bad)}.link{text-decoration:underline;color:inherit;padding:.2rem;min-block-size:1.5rem}
.typing{display:flex;gap:.3rem;margin:.4rem 0}.typing i{inline-size:.5rem;block-size:.5rem;border-radius:50%;background:var(--dim);animation:b 1.2s infinite}.typing i:nth-of-type(2){animation-delay:.2s}.typing i:nth-of-type(3){animation-delay:.4s}
@keyframes b{50%{opacity:.25}}
@media (prefers-reduced-motion:reduce){*{animation:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.question,.mark,.pill,.bubble,.send{border:1px solid ButtonText}figure rect{fill:CanvasText}}
@media (max-width:30rem){:host([mode=bubble]) .panel{inline-size:calc(100vw - 1rem);block-size:calc(100dvh - 5.5rem);margin-inline-end:-.5rem}}
`;

let shared;

export function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(CSS_TEXT);
  }
  return shared;
}
