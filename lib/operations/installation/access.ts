import "server-only";
import { sha256 } from "@/lib/platform/crypto/crypto";

/** The code shows that a mail arrived, and opens nothing: a plain hash keeps it out of sight. */
export const hashCode = (orgId: string, code: string): Buffer => sha256(Buffer.from(`${orgId} ${code}`));
