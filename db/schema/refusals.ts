import { date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { bodies } from "./bodies";
import { cases } from "./cases";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/** Someone in office would not do their part: who, when, in which words. */
export const refusals = app.table(
  "refusals",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    /** The step at which it happened. */
    stepKey: text().notNull(),
    /** The current level of the complaint; see the playbook. Empty if it has none for the step. */
    rungKey: text().notNull(),
    /** The day on which it came to that rung: its time counts from here. Null: the day of the refusal. */
    rungSince: date(),
    /** As it was typed, whatever becomes of the entry in the directory. */
    office: text().notNull(),
    /** The office in the directory of bodies, if it is listed. */
    bodyId: uuid(),
    officer: sealed(),
    forceNumber: sealed(),
    words: sealed(),
    witnesses: sealed(),
    refusedAt: instant().notNull(),
    zone: text().notNull(),
    proofExhibitId: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    /** When it was put right, such as by the number that came after all. */
    settledOn: date(),
    settledNote: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.bodyId], foreignColumns: [bodies.orgId, bodies.id] }),
    foreignKey({ columns: [t.orgId, t.proofExhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** The client's written authority to act for them in one process, such as a complaint to the Secretariat. */
export const authorities = app.table(
  "authorities",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    /** A process of the law data that asks for written consent. */
    process: text().notNull(),
    givenBy: text({ enum: ["client", "guardian"] }).notNull(),
    signedOn: date().notNull(),
    expiresOn: date(),
    /** The signed paper on file; null only where the client signed on her own page, which keeps what she signed. */
    exhibitId: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    revokedAt: instant(),
    revokedReason: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
