import { inflateRawSync, inflateSync } from "node:zlib";
import type { Active } from "./types";

const mostUnpacked = 16 * 1024 * 1024;

/**
 * A static analysis of a file: whether opening it may contact a server or run something, which would tell its sender
 * when and where it was read. Nothing is fetched or run. Links that a person has to click are not counted. What is
 * encrypted or packed deeper is not seen: an empty result is no guarantee.
 */
export function callsHome(bytes: Uint8Array): Active[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 1024).includes("%PDF-")) return inPdf(buffer);
  if (buffer.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) return inOffice(buffer);
  return inMarkup(buffer);
}

const pdfNames: readonly (readonly [RegExp, Active])[] = [
  [/\/(?:JavaScript|JS)\b/, "script"],
  [/\/(?:SubmitForm|ImportData)\b/, "form that sends"],
  [/\/(?:Launch|GoToR|GoToE|RichMedia|EmbeddedFile)\b/, "program or file that it starts"],
];

/** Names of a PDF may be written with `#4A` for a letter, and its objects packed into streams. */
function inPdf(buffer: Buffer): Active[] {
  const text = [buffer.toString("latin1"), ...packedObjects(buffer)]
    .join("\n")
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const found = pdfNames.flatMap(([pattern, what]) => (pattern.test(text) ? [what] : []));
  return opensAddress(text) ? [...found, "remote picture or style"] : found;
}

/** An address that is followed at opening, not by a click: in the action itself or in the object that it names. */
function opensAddress(text: string): boolean {
  for (const [, object, inline = ""] of text.matchAll(
    /\/(?:OpenAction|AA)\s{0,20}(?:(\d{1,9}) 0 R|<<([^>]{0,300}))/g,
  )) {
    if (inline.includes("/URI")) return true;
    const at = object ? text.indexOf(`\n${object} 0 obj`) : -1;
    if (at >= 0 && /\/S\s{0,20}\/URI\b/.test(text.slice(at, at + 400).split("endobj")[0] ?? "")) return true;
  }
  return false;
}

function packedObjects(buffer: Buffer): string[] {
  const found: string[] = [];
  let budget = mostUnpacked;
  for (let at = buffer.indexOf("/ObjStm"); at >= 0 && budget > 0; at = buffer.indexOf("/ObjStm", at + 7)) {
    const start = buffer.indexOf("stream", at);
    if (start < 0) break;
    const from = start + (buffer[start + 6] === 13 ? 8 : 7);
    const end = buffer.indexOf("endstream", from);
    const unpacked = unpack(() => inflateSync(buffer.subarray(from, end < 0 ? undefined : end), most(budget)));
    budget -= unpacked.length;
    found.push(unpacked.toString("latin1"));
  }
  return found;
}

const most = (size: number) => ({ maxOutputLength: Math.max(1, size), finishFlush: 2 });

function unpack(read: () => Buffer): Buffer {
  try {
    return read();
  } catch {
    return Buffer.alloc(0);
  }
}

/** Word, Excel, PowerPoint and OpenDocument files: a zipped folder. */
function inOffice(buffer: Buffer): Active[] {
  const found = new Set<Active>();
  let budget = mostUnpacked;
  for (const { name, method, from, size } of entriesOf(buffer)) {
    if (/vbaProject\.bin$|^Basic\//i.test(name)) found.add("macro");
    if (!/\.rels$|^(content|styles)\.xml$/i.test(name) || budget <= 0) continue;
    const packed = buffer.subarray(from, from + size);
    const text = (method === 0 ? packed : unpack(() => inflateRawSync(packed, most(budget)))).toString("utf8");
    budget -= text.length;
    for (const [relation = ""] of text.matchAll(/<Relationship\b[^>]*>/gi)) {
      if (!/TargetMode\s*=\s*["']External/i.test(relation) || /\/hyperlink["']/i.test(relation)) continue;
      found.add(
        /attachedTemplate|subDocument|frame|oleObject/i.test(relation) ? "remote template" : "remote picture or style",
      );
    }
    if (/<draw:image[^>]+href="(?:https?:)?\/\//i.test(text)) found.add("remote picture or style");
  }
  return [...found];
}

type ZipEntry = { name: string; method: number; from: number; size: number };

/** By the central directory at the end, as programs read it. */
function* entriesOf(buffer: Buffer): Generator<ZipEntry> {
  const end = buffer.lastIndexOf("PK\u0005\u0006");
  if (end < 0 || end + 20 > buffer.length) return;
  let at = buffer.readUInt32LE(end + 16);
  for (let n = 0; n < 20_000 && at + 46 <= buffer.length && buffer.readUInt32LE(at) === 0x02014b50; n += 1) {
    const named = buffer.readUInt16LE(at + 28);
    const name = buffer.toString("utf8", at + 46, at + 46 + named);
    const local = buffer.readUInt32LE(at + 42);
    if (local + 30 <= buffer.length) {
      const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
      yield { name, method: buffer.readUInt16LE(at + 10), from, size: buffer.readUInt32LE(at + 20) };
    }
    at += 46 + named + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
}

const address = `["']?\\s{0,20}(?:https?:)?//`;

/** Of one tag, up to its end. */
const tags: readonly (readonly [RegExp, Active])[] = [
  [
    new RegExp(
      `^(?:img|input|image|video|audio|source|track|embed|object|iframe|frame|use|feimage)\\b.*\\b(?:src|srcset|data|poster|href)\\s{0,20}=\\s{0,20}${address}`,
      "is",
    ),
    "remote picture or style",
  ],
  [new RegExp(`^link\\b.*\\bhref\\s{0,20}=\\s{0,20}${address}`, "is"), "remote picture or style"],
  [new RegExp(`\\bbackground\\s{0,20}=\\s{0,20}${address}`, "i"), "remote picture or style"],
  [/^meta\b.*http-equiv\s{0,20}=\s{0,20}["']?refresh/is, "remote picture or style"],
  [/^!entity\b.*\bsystem\b|^\?xml-stylesheet\b/is, "remote picture or style"],
  [/^script\b|^[a-z].*\son[a-z]{3,20}\s{0,20}=|(?:href|src)\s{0,20}=\s{0,20}["']?\s{0,20}javascript:/is, "script"],
  [new RegExp(`^form\\b.*\\baction\\s{0,20}=\\s{0,20}${address}`, "is"), "form that sends"],
];

const styles = new RegExp(`\\burl\\(\\s{0,20}${address}|@import\\s{1,20}${address}`, "i");
const longestTag = 2000;

/** Web pages, text-based pictures, and mails with the contents of their parts, directly and decoded. */
function inMarkup(buffer: Buffer): Active[] {
  const raw = buffer.toString("latin1").replaceAll("\u0000", "");
  const found = new Set<Active>();
  for (const text of [raw, quotedPrintable(raw), ...base64Parts(raw)]) {
    const [, ...pieces] = text.split("<");
    if (pieces.length > 0 && styles.test(text)) found.add("remote picture or style");
    for (const piece of pieces) {
      const end = piece.indexOf(">");
      const tag = piece.slice(0, end < 0 ? longestTag : Math.min(end, longestTag));
      for (const [pattern, what] of tags) if (!found.has(what) && pattern.test(tag)) found.add(what);
    }
  }
  return [...found];
}

const quotedPrintable = (text: string): string =>
  text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function base64Parts(text: string): string[] {
  const parts = text.match(/(?:^[A-Za-z0-9+/]{20,100}={0,2}\r?$\n?)+/gm) ?? [];
  return parts.map((part) => Buffer.from(part, "base64").toString("latin1")).filter((part) => part.includes("<"));
}
