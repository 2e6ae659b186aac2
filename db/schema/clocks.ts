import { date, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { accounts, cases } from "./cases";
import { members } from "./organisations";
import { references } from "./references";
import { app } from "./schemas";

/** Append-only: a running clock was paused, let run again, or given another day, and why. */
export const clockChanges = app.table(
  "clock_changes",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    /** `step:<stepKey>:<code>`, `case:<code>` or `hand:<id>`; see lib/law/clocks/types.ts. */
    clockKey: text().notNull(),
    change: text({ enum: ["paused", "resumed", "extended"] }).notNull(),
    on: date().notNull(),
    /** The new last day, for `extended` only. */
    until: date(),
    reason: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A clock that a person starts, because no record of ours is its trigger; also "add a date" by hand. */
export const handClocks = app.table(
  "hand_clocks",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    /** A rule of the law data; null for a date of our own. */
    code: text(),
    /** The step whose next act it is; `part` as in case_steps. Null for a date of the whole case. */
    stepKey: text(),
    part: text().notNull().default(""),
    title: text().notNull(),
    startedOn: date().notNull(),
    /** The instant, when the hour matters. */
    startedAt: instant(),
    /** A date in a document or an agreement; it takes precedence over the computed one. */
    dueOn: date(),
    note: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    answeredOn: date(),
    answeredNote: text(),
    answeredBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.answeredBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** What a provider preserves of one account at the request of an officer: from when and until when. */
export const preservations = app.table(
  "preservations",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    accountId: uuid().notNull(),
    askedBy: text().notNull(),
    askedOn: date().notNull(),
    acceptedOn: date(),
    refusedOn: date(),
    renewedOn: date(),
    /** The last day according to the provider's letter; it takes precedence over the computed one. */
    expiresOn: date(),
    referenceId: uuid(),
    note: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.referenceId], foreignColumns: [references.orgId, references.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
