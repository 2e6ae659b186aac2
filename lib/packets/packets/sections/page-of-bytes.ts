import { sizeOf } from "@/lib/platform/pdf/embed-image";
import type { PreparedPage } from "../snapshot/snapshot";

/**
 * A page from the bytes of a picture, whatever it was announced as: bytes that are not a whole picture say so. The
 * bytes are opened again when the page is written, unless they are kept by `open`.
 */
export function pageOfBytes(
  kind: "jpeg" | "png",
  bytes: Uint8Array,
  open: () => Promise<Uint8Array> = async () => bytes,
): PreparedPage {
  const size = sizeOf({ kind, bytes });
  if (size) return { kind, open, ...size };
  return { kind: "not_shown", reason: "The file is not a whole picture and could not be decoded." };
}
