import type { ByteRange } from "./storage";

const SINGLE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * Reads an HTTP `Range` header (RFC 9110, 14.2) for a file of `size` bytes.
 * Null: serve the whole file (no header, several ranges, or not understood). `unsatisfiable`: answer 416.
 */
export function parseRange(header: string | null, size: number): Required<ByteRange> | "unsatisfiable" | null {
  const match = header === null ? null : SINGLE_RANGE.exec(header.trim());
  if (!match) return null;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return null;
  if (from === "") return suffix(Number(to), size);
  const start = Number(from);
  if (start >= size) return "unsatisfiable";
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return end < start ? null : { start, end };
}

function suffix(length: number, size: number): Required<ByteRange> | "unsatisfiable" {
  if (length === 0 || size === 0) return "unsatisfiable";
  return { start: Math.max(0, size - length), end: size - 1 };
}
