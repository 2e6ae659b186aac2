import { date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

const planSections = ["people", "places", "devices", "accounts", "words", "worse"] as const;

/** Append-only: every version of the safety plan of a case, whole. */
export const safetyPlans = app.table(
  "safety_plans",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    version: integer().notNull(),
    /** What made this version of the one before, and in which section. */
    change: text({ enum: ["added", "changed", "removed"] }).notNull(),
    section: text({ enum: planSections }).notNull(),
    /** All entries, as JSON. */
    entries: sealed().notNull(),
    savedBy: uuid().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.caseId, t.version),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: what was found about one item of the list of devices and accounts. The newest of an item counts. */
export const safetyChecks = app.table(
  "safety_checks",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    /** The key of the item in the law data. */
    item: text().notNull(),
    state: text({ enum: ["not_asked", "fine", "to_do", "done"] }).notNull(),
    note: sealed(),
    checkedOn: date().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId, t.item, t.recordedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: the answers about risk, and the level that they suggest. */
export const riskAssessments = app.table(
  "risk_assessments",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    /** The answer to each question by its key, as JSON. */
    answers: sealed().notNull(),
    note: sealed(),
    points: integer().notNull(),
    suggested: text({ enum: ["standard", "elevated", "high"] }).notNull(),
    assessedBy: uuid().notNull(),
    assessedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId, t.assessedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.assessedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: the level that a person decided on one assessment. */
export const riskDecisions = app.table(
  "risk_decisions",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    level: text({ enum: ["standard", "elevated", "high"] }).notNull(),
    /** Why it differs from what was suggested. */
    reason: sealed(),
    decidedBy: uuid().notNull(),
    decidedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.assessmentId),
    index().on(t.orgId, t.caseId, t.decidedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [riskAssessments.orgId, riskAssessments.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: that the plan, the risk or the list of devices was gone through, and by when again. */
export const safetyReviews = app.table(
  "safety_reviews",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    about: text({ enum: ["plan", "risk", "technology"] }).notNull(),
    reviewedOn: date().notNull(),
    /** The day that a person set; without one our default counts. */
    reviewOn: date(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId, t.about, t.recordedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
