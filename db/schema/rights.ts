import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dataKeys, members } from "./organisations";
import { placedOnCase } from "./placed";
import { app } from "./schemas";

/** Somebody asks what is kept about them, or that it is changed, taken out or left alone. Its words have a key of their own. */
export const rightsRequests = app.table(
  "rights_requests",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    number: integer().notNull(),
    kind: text({ enum: ["access", "correction", "deletion", "restriction", "objection"] }).notNull(),
    fromWhom: text({ enum: ["client", "subject", "other", "authority"] }).notNull(),
    /** The case that it is linked to here, inside; null when there is none. */
    caseId: uuid(),
    receivedOn: date().notNull(),
    zone: text().notNull(),
    dueOn: date(),
    /** Whether a rule of the law data gave the day, or a person. */
    dueBy: text({ enum: ["law", "hand"] }),
    state: text({ enum: ["received", "identified", "decided", "refused", "answered", "withdrawn"] }).notNull(),
    handlerId: uuid().notNull(),
    identity: text(),
    identifiedOn: date(),
    identifiedBy: uuid(),
    /** Whether the answer may say that anything is kept at all: no, until a supervisor says so. */
    confirms: boolean().notNull().default(false),
    decidedBy: uuid(),
    decidedAt: instant(),
    answeredOn: date(),
    answeredBy: uuid(),
    /** Who asks and for what, what showed who they are, reasons, and how the answer went: one JSON. */
    words: sealed().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.handlerId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.identifiedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.answeredBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
    check("rights_requests_case", sql`from_whom not in ('client', 'subject') or case_id is not null`),
    check(
      "rights_requests_identity",
      sql`state in ('received', 'refused', 'withdrawn') or (identified_on is not null and identified_by is not null)`,
    ),
    check(
      "rights_requests_decided",
      sql`state in ('received', 'identified', 'withdrawn') or (decided_by is not null and decided_at is not null)`,
    ),
  ],
);

/** Append-only: what was wrong, and what is right. The old value stays here. */
export const corrections = app.table(
  "corrections",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    requestId: uuid().notNull(),
    /** A detail of the client, or `other`. */
    what: text().notNull(),
    /** Before, after and why: one JSON. */
    words: sealed().notNull(),
    notedBy: uuid().notNull(),
    notedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.requestId], foreignColumns: [rightsRequests.orgId, rightsRequests.id] }),
    foreignKey({ columns: [t.orgId, t.notedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** While one is not lifted, nobody changes the case and nothing of it leaves; policies on every table of a case say so. */
export const caseRestrictions = placedOnCase("case_restrictions");
