import { bigint, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, emptyJson, id, instant, orgId, sealed } from "../columns";
import { accounts, cases, incidents } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** An announced upload: what the browser said it would send. The bytes must agree before an exhibit exists. */
export const uploads = app.table(
  "uploads",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    sha256: text(),
    details: sealed().notNull(),
    announcedBy: uuid().notNull(),
    announcedAt: instant().notNull(),
    exhibitId: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.announcedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

export const exhibits = app.table(
  "exhibits",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    uploadId: uuid().notNull(),
    sha256: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    originalName: sealed().notNull(),
    declaredType: text(),
    description: sealed().notNull(),
    words: sealed(),
    sourceUrl: sealed(),
    platform: text(),
    accountId: uuid(),
    capturedAt: instant(),
    capturedZone: text(),
    capturedBy: text(),
    device: text(),
    method: text().notNull(),
    howObtained: text().notNull(),
    /** What the sandbox found: kind, mime, width, height, pages, problem. Empty until it has looked. */
    look: jsonb().$type<Record<string, unknown>>().notNull().default(emptyJson),
    lookedAt: instant(),
    receivedBy: uuid().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    unique().on(t.orgId, t.uploadId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.uploadId], foreignColumns: [uploads.orgId, uploads.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.receivedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

export const incidentExhibits = app.table(
  "incident_exhibits",
  {
    orgId: orgId(),
    caseId: uuid().notNull(),
    incidentId: uuid().notNull(),
    exhibitId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.exhibitId] }),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.incidentId], foreignColumns: [incidents.orgId, incidents.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
  ],
);

/** Append-only, chained: each event carries the hash of the one before it. Written by app.record_custody(). */
export const custodyEvents = app.table(
  "custody_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    seq: integer().notNull(),
    action: text().notNull(),
    at: instant().notNull(),
    by: uuid(),
    purpose: text().notNull(),
    sha256: text().notNull(),
    previous: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    unique().on(t.exhibitId, t.seq),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
  ],
);
