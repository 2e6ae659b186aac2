import { sizeOf } from "@/lib/platform/pdf/embed-image";
import type { PreparedPage } from "../../snapshot/snapshot";

/**
 * A page from the bytes of a picture, whatever its declared type: incomplete pictures are reported. The bytes are
 * opened again when the page is written, unless `open` keeps them.
 */
export function pageOfBytes(kind: "jpeg" | "png", bytes: Uint8Array, open?: () => Promise<Uint8Array>): PreparedPage {
  const size = sizeOf({ kind, bytes });
  if (size) return { kind, ...size, open: open ?? (async () => bytes), afresh: open !== undefined };
  return { kind: "not_shown", reason: "The file is not a whole picture and could not be decoded." };
}
