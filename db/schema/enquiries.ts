import { foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/**
 * What somebody wrote who asks for help and has no case. It is sealed under a key of its own; of its receipt code only a
 * keyed hash is stored.
 */
export const enquiries = app.table(
  "enquiries",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    receiptHash: bytes().notNull().unique(),
    language: text({ enum: ["en", "zu", "xh", "af", "st", "es"] }).notNull(),
    danger: text({ enum: ["yes", "no", "unknown"] }).notNull(),
    /** Why it is listed apart: many came at once, or a field was filled in that people do not see. */
    apart: text({ enum: ["flood", "hidden_field"] }),
    /** All her answers, as JSON. */
    words: sealed().notNull(),
    writtenAt: instant().notNull(),
    /** She said that she has written the code down: it is not shown again. */
    receiptNotedAt: instant(),
    /** Who opened it first. */
    readBy: uuid(),
    readAt: instant(),
    /** When she last wrote, and when somebody of us last looked. */
    newsAt: instant().notNull(),
    seenAt: instant(),
    /** When we last wrote to her. */
    answeredAt: instant(),
    state: text({ enum: ["open", "case", "referred", "set_aside"] })
      .notNull()
      .default("open"),
    decidedBy: uuid(),
    decidedAt: instant(),
    /** Why it was set aside. She does not read it. */
    reason: sealed(),
    /** The case that it belongs to. From then on only those who work on the case see it. */
    caseId: uuid(),
    /** She took it back when there was a case already, so it is not erased. */
    withdrawnAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.state, t.writtenAt),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.readBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** What she and we wrote after it, under the key of the enquiry. They go with it. */
export const enquiryMessages = app.table(
  "enquiry_messages",
  {
    id: id(),
    orgId: orgId(),
    enquiryId: uuid().notNull(),
    writer: text({ enum: ["enquirer", "staff"] }).notNull(),
    memberId: uuid(),
    words: sealed().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.enquiryId, t.at),
    foreignKey({ columns: [t.orgId, t.enquiryId], foreignColumns: [enquiries.orgId, enquiries.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);
