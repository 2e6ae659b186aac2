import { charsetOf } from "./child-chat-lines.mjs";

const MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 64;
const ENDS = /<\/x:xmpmeta|<\?xpacket end/;
const ATTRIBUTE = /([^\s=<>"'/]{1,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g;
/** What only builds the packet: the properties hang on the names around these. */
const BUILDS = /^(rdf:|xmlns|xml:|x:xmpmeta)/;
/** Drawing instructions and schema declarations, hundreds of lines: only counted. */
const DRAWING = /^(crs|crss|xmpGImg|pdfaExtension|pdfaSchema|pdfaProperty|pdfaType|pdfaField):/;

/**
 * Every property of an XMP packet as `{ name, value }`, in both of its forms; several values of one are one line.
 * Tolerant, because an XML reader would reject broken or truncated packets. Omissions are reported.
 */
export function readXmp(bytes) {
  const all = textOf(bytes);
  const end = ENDS.exec(all)?.index;
  const text = all.slice(0, end);
  const found = [];
  const met = new Set();
  let drawn = 0;
  const add = (name, value) => {
    const message = `${name} ${value}`;
    if (DRAWING.test(name)) drawn += 1;
    else if (!met.has(message)) found.push({ name, value });
    met.add(message);
  };
  const isWhole = walk(text, add);
  if (drawn > 0) found.push({ name: "Settings of a program", value: `${drawn} properties, not listed` });
  if (!isWhole || (end === undefined && bytes.byteLength > MAX_BYTES)) {
    found.push({ name: "Rest of the packet", value: "not read: it is too long or broken off" });
  }
  return found;
}

function textOf(bytes) {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MAX_BYTES));
  const charset = charsetOf(head);
  // A letter that the end of what is read cuts in two makes no other set of it.
  return new TextDecoder(charset.startsWith("utf-16") ? charset : "utf-8").decode(head);
}

/** @returns false where the packet ends inside a tag or is too deep */
function walk(text, add) {
  const open = [];
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    const aside = asideAt(text, at);
    const end = aside?.end ?? endOfTag(text, at);
    if (end === -1) return false;
    if (aside) say(open, aside.words);
    else {
      const tag = text.slice(at + 1, end);
      if (tag.startsWith("/")) close(open, add);
      else {
        enter(open, tag, add);
        if (open.length > MAX_DEPTH) return false;
      }
    }
    const behind = text.indexOf("<", end + 1);
    say(open, decoded(text.slice(end + 1, behind === -1 ? undefined : behind)));
    at = end + 1;
  }
  while (open.length > 0) close(open, add);
  return true;
}

function say(open, words) {
  if (open.length > 0) open.at(-1).text += words;
}

const CDATA = "<![CDATA[";

/** For markup that is not a tag: where it ends, and its literal text. Null for a tag. */
function asideAt(text, at) {
  const last = (mark, from) => {
    const found = text.indexOf(mark, from);
    return found === -1 ? -1 : found + mark.length - 1;
  };
  if (text.startsWith(CDATA, at)) {
    const end = last("]]>", at + CDATA.length);
    return { end, words: text.slice(at + CDATA.length, end - 2) };
  }
  if (text.startsWith("<!--", at)) return { end: last("-->", at + 4), words: "" };
  return text[at + 1] === "?" || text[at + 1] === "!" ? { end: last(">", at), words: "" } : null;
}

/** The mark that ends a tag, outside of quotes. */
function endOfTag(text, from) {
  let quote = "";
  for (let at = from + 1; at < text.length; at += 1) {
    const letter = text[at];
    if (quote) quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at;
  }
  return -1;
}

function enter(open, tag, add) {
  const name = /^[^\s/]{1,200}/.exec(tag)?.[0] ?? "";
  const parent = open.at(-1);
  const owner = BUILDS.test(name) ? (parent?.owner ?? null) : name;
  for (const [, key, double, single] of tag.slice(name.length).matchAll(ATTRIBUTE)) {
    const value = decoded(double ?? single).trim();
    if (key === "rdf:resource" && owner) add(owner, value);
    else if (key === "rdf:about" || key === "x:xmptk") add(key, value);
    else if (!BUILDS.test(key)) add(key, value);
  }
  // A property nested inside a property of the same name is separate: the content of each is reported once.
  const isInside = parent && owner === parent.owner && name !== owner;
  open.push({ name, owner, text: "", items: isInside ? parent.items : [] });
  if (tag.endsWith("/")) close(open, add);
}

/** The text inside list items becomes one line when the property with the list ends. */
function close(open, add) {
  const entry = open.pop();
  if (!entry) return;
  const text = entry.text.trim();
  if (text !== "" && entry.owner) entry.items.push(text);
  const isProperty = entry.owner === entry.name;
  if (isProperty && entry.items.length > 0) add(entry.owner, entry.items.join("; "));
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, ten, sixteen, name) => {
    if (name) return NAMED[name.toLowerCase()];
    const code = ten ? Number(ten) : Number.parseInt(sixteen, 16);
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
