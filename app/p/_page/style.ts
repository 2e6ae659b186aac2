import { createHash } from "node:crypto";

/** All of it: no page of a client loads a style, a font or a picture. Colours follow the phone. */
export const style = `
:root{color-scheme:light dark;--line:#c9ced6;--quiet:#5a6472;--act:#1c5d99;--on:#fff;--ok:#1f6b3a;--bad:#a3261f;--card:#f5f7fa}
@media (prefers-color-scheme:dark){:root{--line:#3c4450;--quiet:#a9b2bf;--act:#8fc1f0;--on:#10151c;--ok:#8fd3a6;--bad:#f2a39d;--card:#1b212a}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
.bar{position:sticky;top:0;display:flex;gap:.75rem;align-items:center;justify-content:space-between;padding:.5rem 1rem;background:Canvas;border-bottom:1px solid var(--line)}
.bar form{margin:0}
main{max-width:40rem;margin:0 auto;padding:1rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.2;margin:.5rem 0 1rem}
h2{font-size:1.1875rem;line-height:1.3;margin:2rem 0 .5rem}
p{margin:.5rem 0}
label,legend{display:block;font-weight:600;margin:1rem 0 .25rem}
input[type=text],input[type=file],textarea{width:100%;font:inherit;padding:.625rem;border:1px solid var(--quiet);border-radius:.375rem;background:Canvas;color:CanvasText}
input[type=text].pin{font-size:1.5rem;letter-spacing:.15em;max-width:14rem}
textarea{min-height:6rem}
button,.button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.125rem;border-radius:.375rem;border:1px solid var(--act);background:var(--act);color:var(--on);cursor:pointer;text-decoration:none;display:inline-block}
button.quiet,.button.quiet{background:none;color:var(--act)}
button.leave{white-space:nowrap;background:none;border-color:var(--bad);color:var(--bad)}
button:focus-visible,a:focus-visible,input:focus-visible,textarea:focus-visible,canvas:focus-visible{outline:3px solid var(--act);outline-offset:2px}
a{color:var(--act)}
.row{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0;align-items:center}
.quiet-text,.hint{color:var(--quiet);font-size:.9375rem}
.note{border-left:4px solid var(--ok);background:var(--card);padding:.625rem .875rem;margin:1rem 0}
.note.bad{border-color:var(--bad)}
.error{color:var(--bad);font-weight:600}
ul.plain{list-style:none;margin:0;padding:0}
ul.plain li{border-top:1px solid var(--line);padding:.75rem 0}
.said{background:var(--card);border-radius:.5rem;padding:.625rem .875rem;margin:.5rem 0;white-space:pre-line}
.said.mine{margin-left:2rem}
.said.theirs{margin-right:2rem}
.check{display:flex;gap:.625rem;align-items:flex-start;font-weight:400}
.check input{width:1.375rem;height:1.375rem;flex:none;margin:.125rem 0 0}
fieldset{border:0;margin:1rem 0 0;padding:0;min-width:0}
legend{padding:0}
.receipt{font-size:1.375rem;letter-spacing:.05em;font-weight:700;white-space:nowrap}
.away{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
canvas{width:100%;height:auto;aspect-ratio:5/2;border:1px dashed var(--quiet);border-radius:.375rem;touch-action:none;background:#fff}
progress{width:100%;height:.75rem}
.paper{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:1rem 0}
.langs{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
[hidden]{display:none!important}
`;

/** By its hash, so that no other style and no attribute is applied. */
export const styleHash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
