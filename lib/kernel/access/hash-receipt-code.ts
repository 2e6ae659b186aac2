import "server-only";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";

/** Of an enquiry. Under a key of the server: whoever has only the database cannot try all codes at it. */
export function hashReceiptCode(code: string): Buffer {
  return keyedToken(deriveKey(env().KEK, "enquiry-receipt"), code);
}
