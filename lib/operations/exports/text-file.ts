import "server-only";
import type { ZipPiece } from "@/lib/platform/zip/zip-pieces";

/** A small file of a folder, made in memory. */
export const textFile = (name: string, text: string): ZipPiece => {
  const bytes = Buffer.from(text);
  return {
    name,
    size: bytes.byteLength,
    open: async function* () {
      yield bytes;
    },
  };
};
