import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app, audit } from "./schemas";

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
    /** A keyed hash of the session that it came from, which opens nothing. Null: a job, a feed, or an entry from before. */
    session: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.seq] }),
    index().on(t.orgId, t.caseId),
    // For one person's entries, newest first, and for the entries of a period.
    index().on(t.orgId, t.memberId, t.seq),
    index().on(t.orgId, t.at),
    // The number of cases a person opens in a day is compared with their previous four weeks.
    index("entries_case_views").on(t.orgId, t.at).where(sql`action = 'case.viewed'`),
    // Few or none: what the supervisors' page asks for must not walk the whole log.
    index("entries_failed_checks").on(t.orgId, t.seq).where(sql`action = 'evidence.check_failed'`),
    // The worker compares the checks of the installation with how it found them last.
    index("entries_installation_checks")
      .on(t.orgId, t.seq)
      .where(sql`action in ('installation.check_failed', 'installation.check_mended')`),
    // A second person's decision is compared with its requester.
    index("entries_asked")
      .on(t.orgId, t.subjectId)
      .where(
        sql`action in ('export.asked', 'erasure.asked', 'look.asked', 'packet.drafted', 'first_link.made', 'liaison.added', 'liaison.amended', 'member.access_asked')`,
      ),
  ],
);

export const auditHeads = audit.table("heads", {
  orgId: uuid().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: bytes().notNull(),
});

/**
 * A head of the chain that was also written outside the database. Existing values never change; missing ones are filled
 * in.
 */
export const auditAnchors = app.table(
  "audit_anchors",
  {
    orgId: orgId(),
    seq: bigint({ mode: "number" }).notNull(),
    hash: bytes().notNull(),
    /** When that entry was written, and when this anchor was made. */
    at: instant().notNull(),
    madeAt: instant().notNull(),
    /** Ed25519 over all of the above, by a key that the database does not have; null only for those of earlier releases. */
    signature: bytes(),
    /** When it was durable in the file of anchors, and in the bucket where there is one. */
    filedAt: instant(),
    /** RFC 3161, over the hash of the entry. */
    token: bytes(),
    authority: text(),
    genTime: instant(),
    tries: integer().notNull().default(0),
    lastTriedAt: instant(),
    problem: text(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.seq] })],
);

/** Something in the log that a supervisor should check. `occasion` makes it unique. */
export const auditAlerts = app.table(
  "audit_alerts",
  {
    id: id(),
    orgId: orgId(),
    /** A key of lib/oversight/alerts/rules.ts. */
    rule: text().notNull(),
    occasion: text().notNull(),
    /** The person it is about; null if nobody in particular. */
    memberId: uuid(),
    /** The other person who took part. Neither of the two can mark it as seen. */
    byId: uuid(),
    count: integer().notNull(),
    /** The newest entry it is based on; null if it is based on something missing. */
    seq: bigint({ mode: "number" }),
    raisedAt: instant().notNull(),
    acknowledgedAt: instant(),
    acknowledgedBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.rule, t.occasion),
    index().on(t.orgId, t.acknowledgedAt),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.byId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.acknowledgedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
