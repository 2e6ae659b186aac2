import { sql } from "drizzle-orm";
import { date, foreignKey, index, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
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
    issuedOn: date(),
    receivedVia: text(),
    receivedOn: date(),
    proofExhibitId: uuid(),
    note: text(),
    handoverId: uuid(),
    recordedBy: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    uniqueIndex("references_one_number").on(t.orgId, t.kind, t.canonical).where(sql`state = 'issued'`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
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
