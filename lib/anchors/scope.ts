import "server-only";
import { join } from "node:path";
import type { auditAnchors } from "@/db/schema";
import { env } from "@/lib/platform/env";
import type { AnchorLine } from "./types";

export type Anchor = typeof auditAnchors.$inferSelect;

/** The file of anchors: one line of JSON each, of every organisation. It is only ever added to. */
export const anchorsFile = (): string => join(folder(), "anchors.jsonl");

/** The public part of the key that signs them, for whoever keeps it elsewhere. */
export const publicKeyFile = (): string => join(folder(), "anchors-public-key.pem");

function folder(): string {
  const { AUDIT_ANCHORS_DIR, DATA_DIR } = env();
  return AUDIT_ANCHORS_DIR ?? join(DATA_DIR, "anchors");
}

/** A row of the table as the line that is written outside. */
export function lineOf({
  orgId,
  seq,
  hash,
  at,
  madeAt,
  signature,
}: Pick<Anchor, "orgId" | "seq" | "hash" | "at" | "madeAt" | "signature">): AnchorLine {
  const line = {
    organisation: orgId,
    seq,
    hash: hash.toString("hex"),
    at: at.toISOString(),
    madeAt: madeAt.toISOString(),
  };
  return signature ? { ...line, signature: signature.toString("base64") } : line;
}
