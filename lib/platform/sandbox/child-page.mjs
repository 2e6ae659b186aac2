import { isUtf8 } from "node:buffer";
import { htmlToText } from "./child-html.mjs";
import { entityText } from "./child-html-entities.mjs";
import { decodeText, showInvisible, toLines, unmarked } from "./child-text.mjs";

/** A page that was saved as one file holds its pictures in its own text. */
export const PAGE_BYTES = 32 * 1024 * 1024;
const HEAD = 256 * 1024;
const CLAIM = 2000;
const META = /<meta\b[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i;

/** What a file that was saved by a browser says of itself. Programs write it at the top; anybody can write it. */
const CLAIMS = [
  ["Title", /<title[^>]{0,200}>([^<]{1,2000})/i],
  ["Saved from", /<!--\s{0,20}Page saved with SingleFile\s{1,20}url:\s{0,20}(\S{1,2000})/i],
  ["Saved from", /<!--\s{0,20}saved from url=\(\d{4}\)(\S{1,2000})/i],
  [
    "Saved on",
    /<!--\s{0,20}Page saved with SingleFile\s{1,20}url:\s{0,20}\S{1,2000}\s{1,20}saved date:\s{0,20}([^\r\n]{1,100})/i,
  ],
];

/** The words of a saved page. Nothing of it is drawn, run or fetched, and a link is shown and not followed. */
export function readPage(bytes, charset, size) {
  const html = decodeText(bytes, charsetIn(bytes, charset));
  const { lines, cut } = toLines(unmarked(htmlToText(html)));
  return { kind: "text", headers: claimsIn(html), lines, attachments: [], cut: cut || size > bytes.byteLength };
}

/** As browsers do: what can be UTF-8 is, else what the page itself names. */
export function charsetIn(bytes, charset) {
  if (charset !== "windows-1252" || isUtf8(bytes)) return charset === "windows-1252" ? "utf-8" : charset;
  return META.exec(bytes.toString("latin1", 0, 4096))?.[1] ?? charset;
}

function claimsIn(html) {
  const head = html.slice(0, HEAD);
  const found = new Map();
  for (const [name, pattern] of CLAIMS) {
    const value = pattern.exec(head)?.[1];
    if (value && !found.has(name)) found.set(name, tidy(value));
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

const tidy = (text) => showInvisible(entityText(text).replace(/\s+/g, " ").trim()).slice(0, CLAIM);
