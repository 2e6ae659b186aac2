import { date, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** Append-only: what a person decided about danger, for the acts whose words raised the question. */
export const dangerAssessments = app.table(
  "danger_assessments",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    answer: text({ enum: ["imminent", "serious", "none"] }).notNull(),
    /** The acts that were shown, with the words that raised the question, as JSON. */
    acts: sealed().notNull(),
    reason: sealed().notNull(),
    /** Who was told and what was done, each with its time, as JSON. */
    steps: sealed().notNull(),
    /** The day by which somebody looks again. */
    reviewOn: date(),
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
