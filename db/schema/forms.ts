import { bigint, foreignKey, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/**
 * An empty form that a body publishes, as the organisation uploaded it, and where what of a case goes on it. Nothing of
 * a client. The file is the one that was made harmless; `sentSha256` is the hash of what was uploaded.
 */
export const officialForms = app.table(
  "official_forms",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    /** The same for all versions of one form; the first of them has its own id here. */
    seriesId: uuid().notNull(),
    version: integer().notNull(),
    /** Empty until it was described. */
    body: text().notNull(),
    name: text().notNull(),
    /** As the form says of itself: a number, a version, a date. */
    edition: text(),
    source: text(),
    fileId: uuid().notNull(),
    sha256: text().notNull(),
    sentSha256: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    pages: jsonb().$type<{ width: number; height: number }[]>().notNull(),
    /** The places of its fields; see lib/platform/sandbox/form-types.ts. */
    fields: jsonb().$type<Record<string, unknown>[]>().notNull(),
    /** What was taken out of the file before it was kept. */
    removed: jsonb().$type<string[]>().notNull(),
    /** What goes where; see lib/documents/forms/types.ts. */
    places: jsonb().$type<Record<string, unknown>[]>().notNull(),
    /** Goes up with each saved mapping; 0 before the first. */
    mapping: integer().notNull(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    retiredAt: instant(),
    retiredBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.seriesId, t.version),
    unique().on(t.orgId, t.fileId),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.retiredBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A form of a body, filled for a case. What was written on it never changes; filled again, it is the next version. */
export const filledForms = app.table(
  "filled_forms",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    formId: uuid().notNull(),
    /** Counts from 1 in each case. */
    number: integer().notNull(),
    /** Counts from 1 for each form of a case. */
    version: integer().notNull(),
    mapping: integer().notNull(),
    /** What was written, what stayed empty and what was answered, as JSON; see lib/documents/forms/types.ts. */
    body: sealed().notNull(),
    /** Null until the file was made. */
    fileId: uuid(),
    sha256: text(),
    size: bigint({ mode: "number" }),
    pages: integer(),
    filledBy: uuid().notNull(),
    filledAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    unique().on(t.orgId, t.fileId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.formId], foreignColumns: [officialForms.orgId, officialForms.id] }),
    foreignKey({ columns: [t.orgId, t.filledBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.withdrawnBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
