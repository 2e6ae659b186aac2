import "server-only";

/**
 * One element of DER. `bytes` is all of it, `body` what follows the length; `parts` are its elements if it is
 * constructed, and empty otherwise.
 */
export type Der = { tag: number; bytes: Buffer; body: Buffer; parts: readonly Der[] };

/** Says that something is not the one possible DER encoding of what it holds. */
export class NotDer extends Error {
  override readonly name = "NotDer";
}

const maxDepth = 32;
const constructed = 0x20;

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/**
 * Reads one element and nothing behind it. Stricter than a parser of BER, which would read one value out of many
 * encodings: lengths are definite and shortest, integers shortest, TRUE is FF, unused bits are zero.
 * @throws NotDer
 */
export function readDer(bytes: Uint8Array): Der {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readOne(whole, 0);
  if (read.bytes.length !== whole.length) throw new NotDer("Something stands behind the end.");
  return read;
}

function readOne(all: Buffer, depth: number): Der {
  const tag = all[0];
  if (tag === undefined || depth > maxDepth || (tag & 0x1f) === 0x1f) throw new NotDer("No element of ours.");
  const { length, head } = readLength(all);
  if (head + length > all.length) throw new NotDer("It ends too early.");
  const bytes = all.subarray(0, head + length);
  const body = bytes.subarray(head);
  const isSet = (tag & 0xc0) === 0 && [0x10, 0x11].includes(tag & 0x1f);
  if (isSet !== ((tag & constructed) !== 0) && (tag & 0xc0) === 0) throw new NotDer("A form that DER does not have.");
  if ((tag & constructed) === 0) requireShortest(tag, body);
  return { tag, bytes, body, parts: (tag & constructed) === 0 ? [] : readAll(body, depth + 1) };
}

function readAll(body: Buffer, depth: number): Der[] {
  const parts: Der[] = [];
  for (let rest = body; rest.length > 0; ) {
    const part = readOne(rest, depth);
    parts.push(part);
    rest = rest.subarray(part.bytes.length);
  }
  return parts;
}

function readLength(all: Buffer): { length: number; head: number } {
  const first = all[1];
  if (first === undefined) throw new NotDer("It has no length.");
  if (first < 0x80) return { length: first, head: 2 };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || all.length < 2 + count) throw new NotDer("A length that DER does not have.");
  const length = all.readUIntBE(2, count);
  if (length < 0x80 || all[2] === 0) throw new NotDer("A length that is longer than it need be.");
  return { length, head: 2 + count };
}

function requireShortest(tag: number, body: Buffer): void {
  if (tag === tags.boolean && !(body.length === 1 && (body[0] === 0 || body[0] === 0xff))) throw new NotDer("Boolean.");
  if (tag === tags.nothing && body.length !== 0) throw new NotDer("Null.");
  if (tag === tags.integer && !isShortestInteger(body)) throw new NotDer("Integer.");
  if (tag === tags.bits && !hasZeroPadding(body)) throw new NotDer("Bit string.");
  if (tag === tags.oid && !isShortestOid(body)) throw new NotDer("Object identifier.");
}

function isShortestInteger(body: Buffer): boolean {
  const [first, second] = body;
  if (first === undefined) return false;
  return second === undefined || !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
}

function hasZeroPadding(body: Buffer): boolean {
  const unused = body[0];
  const last = body.at(-1);
  if (unused === undefined || last === undefined || unused > 7) return false;
  return body.length === 1 ? unused === 0 : (last & ((1 << unused) - 1)) === 0;
}

function isShortestOid(body: Buffer): boolean {
  const last = body.at(-1);
  const starts = [...body].filter((_, at) => at === 0 || (body[at - 1] ?? 0) < 0x80);
  return last !== undefined && last < 0x80 && !starts.includes(0x80);
}

/** Writes one constructed element around others. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

/** The element of an object identifier that is written as `1.2.840.113549.1.7.2`. */
export function writeOid(name: string): Buffer {
  const [top = 0n, second = 0n, ...rest] = name.split(".").map(BigInt);
  return writeDer(tags.oid, Buffer.from([top * 40n + second, ...rest].flatMap(sevenBits)));
}

/** Seven bits a byte, the highest first; all but the last have the eighth bit set. */
function sevenBits(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let left = arc >> 7n; left > 0n; left >>= 7n) bytes.unshift(Number(left & 0x7fn) | 0x80);
  return bytes;
}

/** `1.2.840.113549.1.7.2`, or an empty text when it is no object identifier. */
export function oidOf(der: Der | undefined): string {
  if (der?.tag !== tags.oid) return "";
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of der.body) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  const first = arcs[0] ?? 0n;
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...arcs.slice(1)].join(".");
}

/** A positive integer as hex digits, two for each byte; an empty text when it is none. */
export function serialOf(der: Der | undefined): string {
  if (der?.tag !== tags.integer || (der.body[0] ?? 0x80) >= 0x80) return "";
  const shown = der.body.length > 1 && der.body[0] === 0 ? der.body.subarray(1) : der.body;
  return shown.toString("hex");
}

/** A small integer, such as a version; NaN when it is none. */
export function smallOf(der: Der | undefined): number {
  return der?.tag === tags.integer && der.body.length === 1 ? der.body.readInt8(0) : Number.NaN;
}

/** `20261124222851.5Z`, or the two-digit year of UTCTime, as an instant; null when it is neither. */
export function instantOf(der: Der | undefined): Date | null {
  if (der?.tag !== tags.time && der?.tag !== tags.utcTime) return null;
  const text = der.body.toString("latin1");
  const full = der.tag === tags.time ? text : `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}`;
  const read = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/.exec(full);
  if (!read) return null;
  const [, year, month, day, hour, minute, second, fraction = ""] = read;
  const milliseconds = `.${fraction.slice(1, 4).padEnd(3, "0")}`;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${milliseconds}Z`;
  const at = new Date(iso);
  return !Number.isNaN(at.getTime()) && at.toISOString() === iso ? at : null;
}
