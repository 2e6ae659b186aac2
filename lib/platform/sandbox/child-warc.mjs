import { createHash } from "node:crypto";
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from "node:zlib";

/** Of a whole WARC, unpacked. */
const WARC_MAX = 384 * 1024 * 1024;
/** Of one answer, decoded. */
export const BODY_MAX = 32 * 1024 * 1024;
const RECORDS_MAX = 50_000;
const HEAD_MAX = 64 * 1024;

/** @returns true for the first bytes of a WARC (ISO 28500), plain or with each record packed on its own */
export function isWarc(head) {
  if (head.toString("latin1", 0, 5) === "WARC/") return true;
  if (head[0] !== 0x1f || head[1] !== 0x8b) return false;
  try {
    const start = gunzipSync(head.subarray(0, 4096), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 20 });
    return start.toString("latin1", 0, 5) === "WARC/";
  } catch {
    return false;
  }
}

/**
 * The records of a WARC: `{ type, uri, at, mime, body, fields }`, each body as it stands there. `broken`: it ends
 * before its end, or holds something else; what was read before is kept.
 */
export function readWarc(bytes, most = WARC_MAX) {
  const { plain, broken } = unpacked(bytes, most);
  const records = [];
  let at = 0;
  while (at < plain.byteLength && records.length < RECORDS_MAX) {
    while (plain[at] === 13 || plain[at] === 10) at += 1;
    if (at >= plain.byteLength) break;
    const head = headAt(plain, at);
    if (!head || !/^WARC\/\d/.test(head.first)) return { records, broken: true };
    const length = Number(head.fields.get("content-length"));
    if (!Number.isSafeInteger(length) || length < 0) return { records, broken: true };
    const body = plain.subarray(head.end, head.end + length);
    records.push(recordOf(head.fields, body));
    if (body.byteLength !== length) return { records, broken: true };
    at = head.end + length;
  }
  return { records, broken: broken || at < plain.byteLength };
}

function unpacked(bytes, most) {
  if (bytes[0] !== 0x1f) return { plain: bytes, broken: false };
  try {
    return { plain: gunzipSync(bytes, { maxOutputLength: most }), broken: false };
  } catch (error) {
    if (error?.code === "ERR_BUFFER_TOO_LARGE") return { plain: Buffer.alloc(0), broken: true };
  }
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    return { plain: gunzipSync(bytes, { maxOutputLength: most, finishFlush }), broken: true };
  } catch {
    return { plain: Buffer.alloc(0), broken: true };
  }
}

function recordOf(fields, body) {
  const uri = (fields.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
  const type = (fields.get("warc-type") ?? "").toLowerCase();
  return { type, uri, at: instantOf(fields.get("warc-date")), mime: fields.get("content-type") ?? "", body, fields };
}

/** An instant in UTC, or null for what is none. */
export function instantOf(text) {
  const ms = typeof text === "string" && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** The lines of a head up to the empty one; a field that comes twice counts once. */
function headAt(bytes, at) {
  const some = bytes.subarray(at, at + HEAD_MAX);
  const crlf = some.indexOf("\r\n\r\n", 0, "latin1");
  const lf = some.indexOf("\n\n", 0, "latin1");
  const isCrlf = crlf !== -1 && (lf === -1 || crlf < lf);
  const end = isCrlf ? crlf + 4 : lf + 2;
  if (!isCrlf && lf === -1) return null;
  const [first = "", ...lines] = some.toString("utf8", 0, end).split(/\r?\n/);
  const fields = new Map();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { first, fields, end: at + end };
}

/**
 * The answer of a server in a record: `{ status, mime, charset, location, bytes }`, decoded as its fields say. Null for
 * a record that holds no answer. What cannot be decoded is left as it is.
 */
export function answerOf(record) {
  if (record.type === "resource" || record.type === "conversion")
    return { status: 200, ...typeOf(record.mime), location: null, bytes: record.body };
  if (record.type !== "response") return null;
  const head = headAt(record.body, 0);
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head?.first ?? "")?.[1]);
  if (!head || !status) return null;
  const raw = record.body.subarray(head.end);
  const whole = /chunked/i.test(head.fields.get("transfer-encoding") ?? "") ? (unchunked(raw) ?? raw) : raw;
  const bytes = decoded(whole, head.fields.get("content-encoding") ?? "");
  return {
    status,
    ...typeOf(head.fields.get("content-type") ?? ""),
    location: head.fields.get("location") ?? null,
    bytes,
  };
}

function typeOf(value) {
  const charset = /charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(value)?.[1] ?? null;
  return { mime: (value.split(";")[0] ?? "").trim().toLowerCase().slice(0, 100), charset };
}

/** Null for what is not in chunks: programs that archive often join them and leave the field. */
function unchunked(raw) {
  const pieces = [];
  for (let at = 0; at < raw.byteLength; ) {
    const line = raw.indexOf("\r\n", at, "latin1");
    const size = line === -1 || line - at > 20 ? "" : raw.toString("latin1", at, line).split(";")[0].trim();
    if (!/^[0-9a-f]{1,8}$/i.test(size)) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(raw.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
  return Buffer.concat(pieces);
}

const DECODERS = {
  gzip: (bytes, options) => gunzipSync(bytes, options),
  "x-gzip": (bytes, options) => gunzipSync(bytes, options),
  br: (bytes, options) => brotliDecompressSync(bytes, options),
  zstd: (bytes, options) => zstdDecompressSync(bytes, options),
  deflate: (bytes, options) => {
    try {
      return inflateSync(bytes, options);
    } catch {
      return inflateRawSync(bytes, options);
    }
  },
};

function decoded(bytes, encoding) {
  const decode = DECODERS[encoding.trim().toLowerCase()];
  if (!decode) return bytes;
  try {
    return decode(bytes, { maxOutputLength: BODY_MAX });
  } catch {
    return bytes;
  }
}

/** Whether the digests that the records name are those of their bytes: how many are, and how many are not. */
export function checkDigests(records) {
  const found = { same: 0, differ: 0 };
  for (const { fields, body } of records) {
    const [, algorithm = "", value = ""] =
      /^(sha-?1|sha-?256):([\w=]{1,100})$/i.exec(fields.get("warc-block-digest") ?? "") ?? [];
    if (value === "") continue;
    const digest = createHash(algorithm.toLowerCase().replace("-", "")).update(body).digest();
    const is =
      value.toLowerCase() === digest.toString("hex") || value.toUpperCase().replace(/=+$/, "") === base32(digest);
    found[is ? "same" : "differ"] += 1;
  }
  return found;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without the signs that only fill up. */
function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}
