import "server-only";
import { join } from "node:path";
import { isSha256 } from "@/lib/platform/crypto/hash";
import { env } from "@/lib/platform/env";
import type { PlainFile } from "./types";

const folders = { exhibit: "evidence", packet: "packets" } as const;

/** `DATA_DIR/files/<evidence|packets>/<organisation>/<aa>/<sha256>`; rows with the same bytes share one file. */
export function plainPath(orgId: string, { of, sha256 }: Pick<PlainFile, "of" | "sha256">): string {
  if (!isSha256(sha256)) throw new Error("Not a SHA-256 digest.");
  return join(env().DATA_DIR, "files", folders[of], orgId, sha256.slice(0, 2), sha256);
}
