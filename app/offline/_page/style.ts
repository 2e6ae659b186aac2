import { createHash } from "node:crypto";

/** All of it: the page loads no style, no font and no picture. Colours follow the phone. */
export const style = `
:root{color-scheme:light dark;--line:#c9ced6;--quiet:#5a6472;--act:#0d5468;--on:#fff;--card:#f3f5f5}
@media (prefers-color-scheme:dark){:root{--line:#3c4450;--quiet:#a9b2bf;--act:#86c8da;--on:#10151c;--card:#1b2124}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:1rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.1875rem;line-height:1.3;margin:2rem 0 .5rem}
p{margin:.5rem 0}
label,legend{display:block;font-weight:600;margin:1rem 0 .25rem}
input,select,textarea{width:100%;font:inherit;padding:.625rem;border:1px solid var(--quiet);border-radius:.375rem;background:Canvas;color:CanvasText}
textarea{min-height:7rem}
.check{display:flex;gap:.625rem;align-items:flex-start;font-weight:400}
.check input{width:1.375rem;height:1.375rem;flex:none;margin:.125rem 0 0}
button,.button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.125rem;margin:1rem 0 .25rem;border-radius:.375rem;border:1px solid var(--act);background:var(--act);color:var(--on);cursor:pointer}
button.quiet{background:none;color:var(--act);margin:.25rem 0}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
a{color:var(--act)}
summary{font-weight:600;font-size:1.1875rem;padding:.75rem 0;min-height:2.75rem;cursor:pointer}
details{border-top:1px solid var(--line)}
.hint{color:var(--quiet);font-size:.9375rem}
.note{border-left:4px solid var(--act);background:var(--card);padding:.625rem .875rem;margin:1rem 0}
.note:empty{display:none}
ul{list-style:none;margin:0;padding:0}
li{border-top:1px solid var(--line);padding:.625rem 0}
[hidden]{display:none!important}
`;

/** By its hash, so that no other style and no attribute is applied. */
export const styleHash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
