import { sql } from "drizzle-orm";
import { date, foreignKey, index, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { bodies } from "./bodies";
import { cases } from "./cases";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { handovers } from "./packets";
import { app } from "./schemas";

/** One official number from outside. "Not yet issued" is a state, so `canonical` may be empty. */
export const references = app.table(
  "references",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    kind: text().notNull(),
    state: text({ enum: ["issued", "not_yet_issued", "withdrawn"] }).notNull(),
    raw: text(),
    canonical: text(),
    issuer: text(),
    /** The issuer in the directory of bodies, if it is listed. */
    bodyId: uuid(),
    /** Who has the paper or the message: the client, us, an officer. */
    holder: text(),
    issuedOn: date(),
    receivedVia: text(),
    receivedOn: date(),
    proofExhibitId: uuid(),
    note: text(),
    /** What looked odd when it was recorded and was confirmed; see lib/casework/references/labels.ts. */
    warnings: text().array().notNull().default(sql`'{}'`),
    handoverId: uuid(),
    recordedBy: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.kind, t.canonical),
    index("references_waiting").on(t.orgId, t.recordedAt).where(sql`state = 'not_yet_issued'`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.bodyId], foreignColumns: [bodies.orgId, bodies.id] }),
    foreignKey({ columns: [t.orgId, t.proofExhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.handoverId], foreignColumns: [handovers.orgId, handovers.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** The spellings under which one search box finds a number. */
export const referenceKeys = app.table(
  "reference_keys",
  {
    orgId: orgId(),
    caseId: uuid().notNull(),
    referenceId: uuid().notNull(),
    key: text().notNull(),
    handoverId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.key, t.referenceId] }),
    foreignKey({ columns: [t.orgId, t.referenceId], foreignColumns: [references.orgId, references.id] }),
  ],
);

/** Append-only: how a number was corrected, with the value before and after, and why. */
export const referenceChanges = app.table(
  "reference_changes",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    referenceId: uuid().notNull(),
    change: text({ enum: ["recorded", "amended", "withdrawn"] }).notNull(),
    fields: jsonb().$type<{ field: string; before: string | null; after: string | null }[]>().notNull(),
    reason: text(),
    recordedBy: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.referenceId),
    foreignKey({ columns: [t.orgId, t.referenceId], foreignColumns: [references.orgId, references.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A secret that goes with a number, such as the PIN of a hash report. Shown only with a reason, never exported. */
export const referenceSecrets = app.table(
  "reference_secrets",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    referenceId: uuid().notNull(),
    label: text().notNull(),
    secret: sealed(),
    storedBy: uuid().notNull(),
    storedAt: instant().notNull(),
    /** The words are gone from then on. */
    destroyedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.referenceId),
    foreignKey({ columns: [t.orgId, t.referenceId], foreignColumns: [references.orgId, references.id] }),
    foreignKey({ columns: [t.orgId, t.storedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
