import { isUtf8 } from "node:buffer";
import { htmlToText } from "./child-html.mjs";
import { asTheirs } from "./child-text.mjs";

/** Names that promise nothing about the bytes beyond ASCII. */
const NO_SET = /^(?:|us-ascii|ascii|ansi_x3\.4-1968|unknown-8bit|x-unknown|unknown|default|none|8bit|7bit|binary)$/i;
const META = /<meta\b[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i;

/** The words of a part of text, and by `note(kind, detail)` what was not certain about reading them. */
export function wordsOf(node, type, note) {
  const isPage = type === "text/html";
  const decoded = decodePart(node, isPage, note);
  if (isPage) return htmlToText(decoded);
  const text = asTheirs(decoded);
  const { format = "", delsp = "" } = node.contentType.parsed.params;
  return (/^flowed$/i.test(format) ? unflow(text, /^yes$/i.test(delsp)) : text).trimEnd();
}

/** Lines outside the parts, or among headers: nothing says in which character set they are. */
export function decodeBare(bytes) {
  return new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
}

function decodePart(node, isPage, note) {
  const { bytes } = node;
  const label = (node.contentType.parsed.params.charset ?? "").trim();
  if (NO_SET.test(label)) return decodeUnnamed(node, label, isPage, note);
  const named = /^(?:utf-?16|ucs-2|iso-10646-ucs-2)$/i.test(label) ? byteOrder(bytes) : label;
  const text = decodeAs(node, named);
  if (!isKnown(label) && text === new TextDecoder("windows-1252").decode(bytes)) note("charset_unknown", label);
  else if (text.includes("\ufffd")) note("charset_wrong", label);
  return text;
}

/** As most mail programs do: what can be UTF-8 is, else what the page itself names, else that of old Windows programs. */
function decodeUnnamed(node, label, isPage, note) {
  const { bytes } = node;
  const head = bytes.toString("latin1", 0, 4096);
  const meta = isPage ? META.exec(head)?.[1] : undefined;
  if (head.includes("\u001b$B") || head.includes("\u001b$@")) {
    note("charset_missing", "ISO-2022-JP");
    return decodeAs(node, "iso-2022-jp");
  }
  if (isUtf8(bytes)) {
    if (label !== "" && bytes.some((byte) => byte > 127)) note("charset_missing", "UTF-8");
    return new TextDecoder().decode(bytes);
  }
  const guess = meta !== undefined && isKnown(meta) && !/^utf/i.test(meta) ? meta : "windows-1252";
  note("charset_missing", guess);
  return decodeAs(node, guess);
}

/** By postal-mime, which knows the other names that mail programs use for a set. */
function decodeAs(node, label) {
  const { params } = node.contentType.parsed;
  const { charset, format } = params;
  node.content = node.bytes;
  params.charset = label;
  params.format = "";
  const text = node.getTextContent();
  params.charset = charset;
  params.format = format;
  return text;
}

function isKnown(label) {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}

/** The mark at the start says it; without one, the zero bytes of plain letters do. */
function byteOrder(bytes) {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 4096); at += 1) if (bytes[at] === 0) zeros[at % 2] += 1;
  return zeros[0] > zeros[1] ? "utf-16be" : "utf-16le";
}

/**
 * Lines that end with a space go on in the next one (RFC 3676), but never across another depth of quoting: who wrote
 * which words must stay to be seen. postal-mime joins those too, so this is ours.
 */
export function unflow(text, isSpaceDropped) {
  const lines = [];
  let goesOn = null;
  for (const line of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(line)[0].length;
    const rest = line.slice(depth).replace(/^ /, "");
    const isSignature = rest === "-- ";
    if (goesOn === depth && !isSignature) lines[lines.length - 1] += rest;
    else lines.push(depth > 0 ? `${">".repeat(depth)} ${rest}` : rest);
    goesOn = rest.endsWith(" ") && !isSignature ? depth : null;
    if (goesOn !== null && isSpaceDropped) lines[lines.length - 1] = lines.at(-1).slice(0, -1);
  }
  return lines.join("\n");
}
