import "server-only";
import { join } from "node:path";
import { env } from "@/lib/platform/env";

/** The file of anchors: one line of JSON each, of every organisation. It is only ever added to. */
export function anchorsFile(): string {
  const { AUDIT_ANCHORS_DIR, DATA_DIR } = env();
  return join(AUDIT_ANCHORS_DIR ?? join(DATA_DIR, "anchors"), "anchors.jsonl");
}
