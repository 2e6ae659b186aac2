import "server-only";
import { createHash } from "node:crypto";
import type { ChainRow } from "./types";

/** The hash before the first entry of an organisation: that of its id's 16 bytes. */
export function firstHash(orgId: string): Buffer {
  return createHash("sha256")
    .update(Buffer.from(orgId.replaceAll("-", ""), "hex"))
    .digest();
}

/** The exact text that is hashed after the previous entry's hash, formatted as Postgres writes jsonb. */
export function textOf(row: Omit<ChainRow, "previous" | "hash">): string {
  const { seq, at, memberId, role, action, subjectId, caseId, detail, session } = row;
  const quoted = [zoned(at), memberId, role, action, subjectId, caseId].map((value) => JSON.stringify(value ?? null));
  // Older entries, and those of jobs, have no ninth part.
  const mark = session === null ? [] : [JSON.stringify(session)];
  return `[${[seq, ...quoted, detail, ...mark].join(", ")}]`;
}

/** A second implementation, independent of `audit.append`, so that an error in one of them is detected. */
export function hashEntry(row: Omit<ChainRow, "hash">): Buffer {
  return createHash("sha256").update(row.previous).update(textOf(row), "utf8").digest();
}

/** Postgres leaves zeros at the end of a second's fraction out. */
const zoned = (at: string): string => `${at.replace(/\.?0+$/, "")}+00:00`;
