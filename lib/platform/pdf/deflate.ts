import { deflateSync } from "node:zlib";

/** Compresses with zlib; the same content gives the same bytes. Text is taken as Latin-1. */
export function deflate(content: Uint8Array | string): Buffer {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  return deflateSync(bytes, { level: 6 });
}
