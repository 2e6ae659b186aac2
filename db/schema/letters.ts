import { date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dispatches } from "./dispatches";
import { documents } from "./documents";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { handovers } from "./packets";
import { references } from "./references";
import { app } from "./schemas";

/** The register of correspondence of a case: what came in and what went out, each with its own number. */
export const letters = app.table(
  "letters",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    direction: text({ enum: ["in", "out"] }).notNull(),
    /** Counted separately in each direction of a case: IN-1, OUT-1. */
    number: integer().notNull(),
    /** The day on which it came, or left. */
    day: date().notNull(),
    /** The date on the letter itself. */
    writtenOn: date(),
    channel: text({
      enum: ["post", "registered_post", "courier", "by_hand", "email", "portal", "message", "other"],
    }).notNull(),
    /** From whom it came, or to whom it went. */
    party: sealed().notNull(),
    ourReference: sealed(),
    theirReference: sealed(),
    summary: sealed().notNull(),
    /** The step that it is about; `part` as in case_steps. */
    stepKey: text(),
    part: text().notNull().default(""),
    referenceId: uuid(),
    /** The scan or photo of it. */
    exhibitId: uuid(),
    /** Whether it answers what we wait for: not at all, in part, or so that the step is closed. */
    answers: text({ enum: ["nothing", "part", "all"] }).notNull(),
    /** What of ours it is, if it was not recorded by hand. */
    documentId: uuid(),
    dispatchId: uuid(),
    handoverId: uuid(),
    /** How it can be shown that it arrived: the number of the post, or who signed for it. */
    proofKind: text({ enum: ["post_number", "signed_for", "email_receipt", "other"] }),
    proof: sealed(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnReason: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.direction, t.number),
    unique().on(t.documentId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.referenceId], foreignColumns: [references.orgId, references.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.documentId], foreignColumns: [documents.orgId, documents.id] }),
    foreignKey({ columns: [t.orgId, t.dispatchId], foreignColumns: [dispatches.orgId, dispatches.id] }),
    foreignKey({ columns: [t.orgId, t.handoverId], foreignColumns: [handovers.orgId, handovers.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
