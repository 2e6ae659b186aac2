import { date, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { dataKeys, members } from "./organisations";
import { handovers, packets } from "./packets";
import { app } from "./schemas";

/** Append-only: each time the packet was opened, downloaded, acknowledged, asked about or answered. */
export const handoverEvents = app.table(
  "handover_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    handoverId: uuid().notNull(),
    event: text({
      enum: [
        "delivered",
        "opened",
        "downloaded",
        "acknowledged",
        "numbered",
        "asked",
        "answered",
        "outcome",
        "refusal_seen",
      ],
    }).notNull(),
    at: instant().notNull(),
    by: uuid(),
    note: text(),
  },
  (t) => [
    index().on(t.orgId, t.handoverId),
    foreignKey({ columns: [t.orgId, t.handoverId], foreignColumns: [handovers.orgId, handovers.id] }),
  ],
);

/** What an officer asks about a packet, and what is answered, once. Sealed under the packet's key, which both may use. */
export const handoverQuestions = app.table(
  "handover_questions",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    handoverId: uuid().notNull(),
    keyId: uuid().notNull(),
    reason: text({
      enum: [
        "wrong_identifier",
        "too_broad",
        "no_legal_basis",
        "manifest_error",
        "insufficient_facts",
        "not_our_jurisdiction",
        "other",
      ],
    }).notNull(),
    /** A section of the packet's kind by its id, or an exhibit by its code: `chronology`, `E-01`. */
    part: text(),
    words: sealed().notNull(),
    askedAt: instant().notNull(),
    askedBy: uuid().notNull(),
    answer: sealed(),
    answeredAt: instant(),
    answeredBy: uuid(),
    /** The later version of the same packet that corrects it. */
    mendedBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.handoverId),
    index().on(t.orgId, t.caseId),
    foreignKey({
      columns: [t.orgId, t.handoverId, t.caseId],
      foreignColumns: [handovers.orgId, handovers.id, handovers.caseId],
    }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.answeredBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.mendedBy], foreignColumns: [packets.orgId, packets.id] }),
  ],
);

/** Where the matter stands with the officer, each time that they say so. A refusal is noted as seen by the case. */
export const handoverOutcomes = app.table(
  "handover_outcomes",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    handoverId: uuid().notNull(),
    keyId: uuid().notNull(),
    outcome: text({ enum: ["assigned", "sent_on", "refused", "data_received", "closed"] }).notNull(),
    on: date().notNull(),
    note: sealed(),
    recordedAt: instant().notNull(),
    recordedBy: uuid().notNull(),
    seenAt: instant(),
    seenBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.handoverId),
    index().on(t.orgId, t.caseId),
    foreignKey({
      columns: [t.orgId, t.handoverId, t.caseId],
      foreignColumns: [handovers.orgId, handovers.id, handovers.caseId],
    }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.seenBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
