import { sql } from "drizzle-orm";
import { bigint, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "../columns";
import { audit } from "./schemas";

/** Append-only, chained per organisation by audit.append(). */
export const auditEntries = audit.table(
  "entries",
  {
    orgId: uuid().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    at: instant().notNull(),
    memberId: uuid(),
    role: text().notNull(),
    action: text().notNull(),
    subjectId: uuid().notNull(),
    caseId: uuid(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    previous: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.seq] }),
    index().on(t.orgId, t.caseId),
    // Few or none: what the supervisors' page asks for must not walk the whole log.
    index("entries_failed_checks").on(t.orgId, t.seq).where(sql`action = 'evidence.check_failed'`),
  ],
);

export const auditHeads = audit.table("heads", {
  orgId: uuid().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: bytes().notNull(),
});
