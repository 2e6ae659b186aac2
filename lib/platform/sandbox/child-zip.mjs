import { crc32, inflateRawSync } from "node:zlib";
import { nameOf } from "./child-chat-zip.mjs";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ALL_16 = 0xffff;
const ALL_32 = 0xffffffff;
const ENTRIES_MAX = 20_000;
const NAME = 1000;
/** Of one member, unpacked; a stored one takes no memory of its own. */
export const MEMBER_MAX = 384 * 1024 * 1024;

/**
 * The members of a ZIP, however broken: `{ name, size, packed, method, isLocked, isLink, offset, sum }` in the order of
 * its directory. Where the directory is missing or ends early, members are looked for by their own heads, and
 * `directory` says so.
 */
export function readZip(bytes) {
  const listed = readDirectory(bytes);
  if (listed.whole) return { entries: listed.entries, directory: "whole", cut: listed.cut };
  const found = scanHeads(bytes);
  const better = found.length > listed.entries.length ? found : listed.entries;
  return { entries: better, directory: better.length > 0 ? "broken" : "none", cut: false };
}

function readDirectory(bytes) {
  const end = endOf(bytes);
  if (end === null) return { entries: [], whole: false, cut: false };
  const { count, size, offset, at: endsAt } = end;
  // What stands before the archive, such as a program that unpacks it, moves every place in it.
  const moved = Math.max(0, endsAt - size - offset);
  const entries = [];
  let at = offset + moved;
  for (let index = 0; index < Math.min(count, ENTRIES_MAX); index += 1) {
    if (at < 0 || at + 46 > bytes.byteLength || bytes.readUInt32LE(at) !== CENTRAL)
      return { entries, whole: false, cut: false };
    const entry = readCentral(bytes, at, moved);
    entries.push(entry);
    at = entry.next;
  }
  return { entries, whole: true, cut: count > ENTRIES_MAX };
}

/** The end says how long the comment behind it is: a mark inside a comment ends nothing. */
function endOf(bytes) {
  let last = null;
  for (let at = bytes.byteLength - 22; at >= Math.max(0, bytes.byteLength - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue;
    last ??= at;
    if (at + 22 + bytes.readUInt16LE(at + 20) !== bytes.byteLength) continue;
    last = at;
    break;
  }
  if (last === null) return null;
  const end = {
    count: bytes.readUInt16LE(last + 10),
    size: bytes.readUInt32LE(last + 12),
    offset: bytes.readUInt32LE(last + 16),
    at: last,
  };
  const isLarge = end.count === ALL_16 || end.size === ALL_32 || end.offset === ALL_32;
  return (isLarge && largeEnd(bytes, last)) || end;
}

function largeEnd(bytes, end) {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_64) return null;
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > bytes.byteLength || bytes.readUInt32LE(at) !== END_64) return null;
  const [count, size, offset] = [32, 40, 48].map((place) => Number(bytes.readBigUInt64LE(at + place)));
  return { count, size, offset, at };
}

function readCentral(bytes, at, moved) {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
  const extraAt = at + 46 + nameLength;
  const [packed, size, offset] = [20, 24, 42].map((place) => bytes.readUInt32LE(at + place));
  const large = largeSizes(bytes.subarray(extraAt, extraAt + extraLength), { size, packed, offset });
  const madeOnUnix = bytes.readUInt8(at + 5) === 3;
  return {
    name: nameOf(bytes.subarray(at + 46, extraAt)).slice(0, NAME),
    isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    sum: bytes.readUInt32LE(at + 16),
    isLink: madeOnUnix && bytes.readUInt32LE(at + 38) >>> 28 === 0xa,
    ...large,
    offset: large.offset + moved,
    next: extraAt + extraLength + commentLength,
  };
}

/** The extra field of ZIP64 holds, in this order, those of the three that do not fit into 32 bits. */
function largeSizes(extra, sizes) {
  const found = { ...sizes };
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let place = at + 4;
    for (const key of ["size", "packed", "offset"]) {
      if (sizes[key] !== ALL_32 || place + 8 > extra.byteLength) continue;
      found[key] = Number(extra.readBigUInt64LE(place));
      place += 8;
    }
  }
  return found;
}

/** Members by their own heads. One whose sizes stand behind it cannot be measured so, and is only named. */
function scanHeads(bytes) {
  const entries = [];
  for (let at = bytes.indexOf("PK\u0003\u0004", 0, "latin1"); at !== -1 && entries.length < ENTRIES_MAX; ) {
    if (at + 30 > bytes.byteLength) break;
    const nameLength = bytes.readUInt16LE(at + 26);
    const flags = bytes.readUInt16LE(at + 6);
    const packed = bytes.readUInt32LE(at + 18);
    entries.push({
      name: nameOf(bytes.subarray(at + 30, at + 30 + nameLength)).slice(0, NAME),
      isLocked: (flags & 1) === 1,
      method: bytes.readUInt16LE(at + 8),
      sum: bytes.readUInt32LE(at + 14),
      isLink: false,
      size: bytes.readUInt32LE(at + 22),
      packed,
      offset: at,
    });
    at = bytes.indexOf("PK\u0003\u0004", at + 30 + nameLength + (packed === ALL_32 ? 0 : packed), "latin1");
  }
  return entries;
}

/**
 * The bytes of a member, proved by its sum. The sizes that it claims are not believed: what comes out is bounded while
 * it comes. @returns `{ bytes }` or `{ problem }`: encrypted, link, too_large, broken, method
 */
export function unpackMember(bytes, entry, most = MEMBER_MAX) {
  const { size, packed, method, isLocked, isLink, offset, sum } = entry;
  if (isLocked) return { problem: "encrypted" };
  if (isLink) return { problem: "link" };
  if (method !== 0 && method !== 8) return { problem: "method" };
  if (size > most) return { problem: "too_large" };
  if (offset + 30 > bytes.byteLength || bytes.readUInt32LE(offset) !== LOCAL) return { problem: "broken" };
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  if (body.byteLength !== packed) return { problem: "broken" };
  const plain = method === 0 ? body : inflate(body, Math.max(1, Math.min(most, size + 1)));
  if (plain === "too_large") return { problem: size + 1 < most ? "broken" : "too_large" };
  if (plain === null || plain.byteLength !== size || crc32(plain) !== sum) return { problem: "broken" };
  return { bytes: plain };
}

function inflate(body, limit) {
  try {
    return inflateRawSync(body, { maxOutputLength: limit });
  } catch (error) {
    return error?.code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : null;
  }
}
