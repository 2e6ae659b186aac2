import { ChatRefusal, piecesOf } from "./child-chat-lines.mjs";

const TAG_MAX = 16 * 1024;
const TEXT_MAX = 256 * 1024;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * What an XML says, in order: `{ open, attributes, empty }`, `{ close }`, `{ text }`; names without their prefix. Knows
 * nothing that is declared: a document type ends the reading. @throws ChatRefusal unreadable
 */
export function* partsOf(bytes) {
  let held = "";
  for (const piece of piecesOf(bytes)) {
    held += piece;
    let at = 0;
    for (;;) {
      const begin = held.indexOf("<", at);
      if (begin === -1) break;
      const end = endOfTag(held, begin);
      if (end === -1) break;
      if (begin > at) yield { text: decode(held.slice(at, begin)) };
      const part = readTag(held.slice(begin + 1, end));
      if (part) yield part;
      at = end + 1;
    }
    held = held.slice(at);
    if (held.length > TEXT_MAX) throw new ChatRefusal("unreadable");
  }
  if (held.includes("<")) throw new ChatRefusal("unreadable");
}

/** Where a tag ends: a mark inside quotes is none. -1 while it goes on. */
function endOfTag(text, begin) {
  if (text.startsWith("<!--", begin)) {
    const end = text.indexOf("-->", begin + 4);
    return end === -1 ? -1 : end + 2;
  }
  let quote = "";
  for (let at = begin + 1; at < text.length; at += 1) {
    const mark = text[at];
    if (quote) {
      if (mark === quote) quote = "";
    } else if (mark === '"' || mark === "'") quote = mark;
    else if (mark === ">") return at;
    if (at - begin > TAG_MAX) throw new ChatRefusal("unreadable");
  }
  return -1;
}

function readTag(inside) {
  if (inside.startsWith("?") || inside.startsWith("!--")) return null;
  if (inside.startsWith("!")) throw new ChatRefusal("unreadable");
  if (inside.startsWith("/")) return { close: bare(inside.slice(1).trim()) };
  const empty = inside.endsWith("/");
  const name = /^[^\s/]+/.exec(inside)?.[0] ?? "";
  const attributes = {};
  for (const [, key, , double, single] of inside
    .slice(name.length)
    .matchAll(/([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g)) {
    attributes[bare(key)] = decode(double ?? single ?? "");
  }
  return { open: bare(name), attributes, empty };
}

const bare = (name) => name.slice(name.indexOf(":") + 1);

function decode(text) {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, name) => {
    if (!name.startsWith("#")) return NAMED[name.toLowerCase()];
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
