/**
 * The value at `at`: its tag, its own bytes with the header, and its body.
 * @throws RangeError if it is truncated or of a length that nobody writes
 */
export function readDer(bytes, at = 0) {
  let head = at + 2;
  let length = bytes[at + 1];
  if (length === undefined || length === 0x80) throw new RangeError("not DER");
  if (length > 0x80) {
    const count = length - 0x80;
    if (count > 4) throw new RangeError("too long");
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[head + i] ?? 0);
    head += count;
  }
  if (head + length > bytes.length) throw new RangeError("cut");
  return { tag: bytes[at], all: bytes.subarray(at, head + length), body: bytes.subarray(head, head + length) };
}

/** The values inside a sequence or a set, in order. */
export function inside(value) {
  const found = [];
  for (let at = 0; at < value.body.length; ) {
    const der = readDer(value.body, at);
    found.push(der);
    at += der.all.length;
  }
  return found;
}

/** `1.2.840.113549.1.7.2` */
export function oidOf(value) {
  const numbers = [];
  let number = 0;
  for (const byte of value.body) {
    number = number * 128 + (byte & 127);
    if (byte < 128) {
      numbers.push(number);
      number = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join(".");
}

export const sameBytes = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
