import { constants, crc32, inflateRawSync } from "node:zlib";
import { ChatRefusal } from "./child-chat-lines.mjs";

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENTRIES_MAX = 20_000;
const TEXT_MAX = 128 * 1024 * 1024;
const RATIO_MAX = 200;
const READABLE = /\.(txt|json|xml|eml|rels)$/i;

/** @returns true for the first bytes of a zip */
export const isZip = (bytes) => bytes.byteLength >= 22 && [LOCAL, END].includes(bytes.readUInt32LE(0));

/**
 * The entries of a zip: `{ name, size, read() }` for text that may be a chat, `{ name, size }` for the rest, which is
 * named and never unpacked. @throws ChatRefusal unreadable, too_large, password_protected
 */
export function entriesOf(bytes) {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > ENTRIES_MAX) throw new ChatRefusal("too_large");
  const found = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.byteLength || bytes.readUInt32LE(at) !== CENTRAL) throw new ChatRefusal("unreadable");
    const entry = readEntry(bytes, at);
    if (!entry.name.endsWith("/")) found.push(entry);
    at = entry.next;
  }
  return found;
}

/** The end says how long the comment behind it is: a mark inside a comment ends nothing. */
function endOf(bytes) {
  let last = null;
  for (let at = bytes.byteLength - 22; at >= Math.max(0, bytes.byteLength - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue;
    if (at + 22 + bytes.readUInt16LE(at + 20) === bytes.byteLength) return at;
    last ??= at;
  }
  if (last === null) throw new ChatRefusal("unreadable");
  return last;
}

/** The letters of the first PC from 128 on, in which an archive writes a name that it does not call UTF-8. */
const PC =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Many write UTF-8 and do not say so (flag 11 of APPNOTE 4.4.4). */
export function nameOf(raw) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return [...raw].map((byte) => (byte < 128 ? String.fromCharCode(byte) : PC[byte - 128])).join("");
  }
}

function readEntry(bytes, at) {
  const flags = bytes.readUInt16LE(at + 8);
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
  const raw = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = nameOf(raw).slice(0, 1000);
  const entry = {
    name,
    sum: bytes.readUInt32LE(at + 16),
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    method: bytes.readUInt16LE(at + 10),
    isLocked: (flags & 1) === 1,
    offset: bytes.readUInt32LE(at + 42),
    next: at + 46 + nameLength + extra + comment,
  };
  return READABLE.test(name) ? { ...entry, read: () => unpack(bytes, entry) } : entry;
}

/** The sizes that an entry claims are not believed: what comes out is bounded while it comes, then proved by its sum. */
function unpack(bytes, { size, packed, method, isLocked, offset, sum }) {
  if (isLocked) throw new ChatRefusal("password_protected");
  const limit = Math.min(TEXT_MAX, packed * RATIO_MAX + 65_536);
  if (size > limit) throw new ChatRefusal("too_large");
  if (offset + 30 > bytes.byteLength || bytes.readUInt32LE(offset) !== LOCAL) throw new ChatRefusal("unreadable");
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  if (body.byteLength !== packed) throw new ChatRefusal("truncated");
  if (method !== 0 && method !== 8) throw new ChatRefusal("unreadable");
  const plain = method === 0 ? body : inflate(body, limit);
  if (crc32(plain) !== sum) throw new ChatRefusal("unreadable");
  return plain;
}

function inflate(body, limit) {
  try {
    return inflateRawSync(body, { maxOutputLength: limit, finishFlush: constants.Z_FINISH });
  } catch (error) {
    throw new ChatRefusal(error?.code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : "unreadable");
  }
}
