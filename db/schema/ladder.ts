import { sql } from "drizzle-orm";
import { date, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * The current state of a step; its history is in step_events. A step with one report per platform has a row for each:
 * `part` is the platform, or the number of one report; if empty, the row is for the whole step.
 */
export const caseSteps = app.table(
  "case_steps",
  {
    orgId: orgId(),
    caseId: uuid().notNull(),
    stepKey: text().notNull(),
    part: text().notNull().default(""),
    state: text({ enum: ["begun", "submitted", "done", "skipped"] }).notNull(),
    begunOn: date(),
    submittedOn: date(),
    /** The instant, when the hour matters: a limit of 48 hours. */
    submittedAt: instant(),
    /** The last time anything was heard or sent; follow-ups count from it. */
    lastContactOn: date(),
    /** A date named in a document, such as a return date. */
    dueOn: date(),
    /** A platform's answer to a report. */
    answer: text({ enum: ["removed", "kept_up", "refused", "closed"] }),
    outcome: text(),
    outcomeOn: date(),
    skippedReason: text(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.stepKey, t.part] }),
    index().on(t.orgId, t.caseId),
    index("case_steps_submitted").on(t.orgId, t.updatedAt).where(sql`state = 'submitted'`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** Append-only. */
export const stepEvents = app.table(
  "step_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    stepKey: text().notNull(),
    /** As in case_steps. */
    part: text().notNull().default(""),
    event: text({ enum: ["begun", "submitted", "outcome", "done", "skipped", "reopened", "contact"] }).notNull(),
    happenedOn: date().notNull(),
    /** How we heard or sent it; null for what is no contact, and for what was recorded before it was asked. */
    channel: text({ enum: ["call", "letter", "email", "message", "visit", "portal"] }),
    withWhom: sealed(),
    /** It may name an officer and how to reach them. */
    note: sealed(),
    recordedBy: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.caseId, t.stepKey),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
