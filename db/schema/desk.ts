import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/**
 * Who may read which case, and beside it what lists sort by: kept by triggers (db/sql/functions/app/access_by_rule.sql),
 * read by the policies and by every list of a caseworker. Cover is not in it: it follows the owner.
 */
export const caseAccess = app.table(
  "case_access",
  {
    caseId: uuid().notNull(),
    memberId: uuid().notNull(),
    orgId: orgId(),
    owns: boolean().notNull(),
    /** Owns it or works on it; false for emergency access, which only reads. */
    works: boolean().notNull(),
    /** `infinity`, or the end of emergency access. */
    until: instant().notNull(),
    closedAt: instant(),
    openedAt: instant().notNull(),
    lastActivityAt: instant().notNull(),
    nextDueOn: date(),
    pseudonym: text().notNull(),
    sought: text().notNull(),
    risk: text({ enum: ["standard", "elevated", "high"] }).notNull(),
    level: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.memberId] }),
    index("case_access_due").on(t.orgId, t.memberId, t.nextDueOn, t.caseId).where(sql`closed_at is null`),
    index("case_access_opened").on(t.orgId, t.memberId, t.openedAt, t.caseId).where(sql`closed_at is null`),
    index("case_access_activity").on(t.orgId, t.memberId, t.lastActivityAt, t.caseId).where(sql`closed_at is null`),
    index("case_access_pseudonym").on(t.orgId, t.memberId, t.pseudonym, t.caseId).where(sql`closed_at is null`),
    index("case_access_risk").on(t.orgId, t.memberId, t.risk, t.openedAt, t.caseId).where(sql`closed_at is null`),
    index("case_access_level").on(t.orgId, t.memberId, t.level, t.openedAt, t.caseId).where(sql`closed_at is null`),
    index("case_access_closed").on(t.orgId, t.memberId, t.openedAt, t.caseId).where(sql`closed_at is not null`),
    index("case_access_sought").on(t.orgId, t.memberId, sql`${t.sought} text_pattern_ops`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Somebody is away, and a colleague works on their open cases. The instants are the days on the office wall. */
export const absences = app.table(
  "leaves",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    coverId: uuid().notNull(),
    fromOn: date().notNull(),
    untilOn: date().notNull(),
    startsAt: instant().notNull(),
    /** The first instant after the last day. */
    endsAt: instant().notNull(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    endedAt: instant(),
    endedBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.coverId),
    index().on(t.orgId, t.memberId),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.coverId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A case offered to a colleague. Code, pseudonym and risk are copied: the person asked cannot see the case. */
export const caseOffers = app.table(
  "case_offers",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    keyId: uuid().notNull(),
    code: text().notNull(),
    pseudonym: text().notNull(),
    risk: text({ enum: ["standard", "elevated", "high"] }).notNull(),
    offeredBy: uuid().notNull(),
    offeredTo: uuid().notNull(),
    offeredAt: instant().notNull(),
    reason: sealed().notNull(),
    state: text({ enum: ["open", "accepted", "rejected", "taken_back", "overtaken"] })
      .notNull()
      .default("open"),
    settledAt: instant(),
    settledBy: uuid(),
    answer: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("case_offers_one_open").on(t.caseId).where(sql`state = 'open'`),
    index().on(t.orgId, t.offeredTo),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.offeredBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.offeredTo], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.settledBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Many cases given to one person in one go. The rows say what came of each. */
export const assignmentBatches = app.table(
  "assignment_batches",
  {
    id: id(),
    orgId: orgId(),
    toMember: uuid().notNull(),
    reason: sealed().notNull(),
    keyId: uuid().notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    total: integer().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.askedBy),
    foreignKey({ columns: [t.orgId, t.toMember], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
  ],
);

/** One case of a batch. `askedId` is the requested id; `caseId` is set if the requester can see such a case. */
export const assignmentRows = app.table(
  "assignment_rows",
  {
    orgId: orgId(),
    batchId: uuid().notNull(),
    askedId: uuid().notNull(),
    place: integer().notNull(),
    caseId: uuid(),
    result: text({ enum: ["given", "theirs", "not_permitted", "closed", "gone"] }),
    doneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.askedId] }),
    foreignKey({ columns: [t.orgId, t.batchId], foreignColumns: [assignmentBatches.orgId, assignmentBatches.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** A message with an optional date to review it. Resolved once, with a note; never removed. */
export const caseFlags = app.table(
  "case_flags",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    message: sealed().notNull(),
    lookOn: date(),
    raisedBy: uuid().notNull(),
    raisedAt: instant().notNull(),
    resolvedBy: uuid(),
    resolvedAt: instant(),
    resolution: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    index("case_flags_open").on(t.orgId, t.caseId).where(sql`resolved_at is null`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.raisedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.resolvedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A supervisor's note after reviewing a case. `turn` says who must answer; nobody once it is closed. */
export const caseReviews = app.table(
  "case_reviews",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    note: sealed().notNull(),
    wantsAnswer: boolean().notNull().default(false),
    writtenBy: uuid().notNull(),
    writtenAt: instant().notNull(),
    turn: text({ enum: ["owner", "reviewer"] }),
    closedAt: instant(),
    closedBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId, t.writtenAt),
    index("case_reviews_newest").on(t.orgId, t.writtenAt),
    index("case_reviews_open").on(t.orgId, t.caseId).where(sql`closed_at is null`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.writtenBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.closedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: the replies to a review note. */
export const reviewReplies = app.table(
  "review_replies",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    reviewId: uuid().notNull(),
    words: sealed().notNull(),
    saidBy: uuid().notNull(),
    saidAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.reviewId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.reviewId], foreignColumns: [caseReviews.orgId, caseReviews.id] }),
    foreignKey({ columns: [t.orgId, t.saidBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A permission that no role has, given to one person with a reason. */
export const memberGrants = app.table(
  "member_grants",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    permission: text({ enum: ["packet.decide_own"] }).notNull(),
    reason: sealed().notNull(),
    keyId: uuid().notNull(),
    grantedBy: uuid().notNull(),
    grantedAt: instant().notNull(),
    endedAt: instant(),
    endedBy: uuid(),
  },
  (t) => [
    uniqueIndex("member_grants_one_live").on(t.memberId, t.permission).where(sql`ended_at is null`),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.grantedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
  ],
);

/**
 * What reports counted that takes long to count, for the one person who asked, at most a day: see
 * lib/oversight/reports/keep-counts.ts. `figures` is null when it could not be counted in time.
 */
export const reportCounts = app.table(
  "report_counts",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    fromOn: date().notNull(),
    toOn: date().notNull(),
    /** Of the filter; null: everybody, every pair. */
    ofMember: uuid(),
    pair: text(),
    figures: jsonb(),
    countedAt: instant().notNull(),
  },
  (t) => [
    unique("report_counts_one").on(t.orgId, t.memberId, t.fromOn, t.toOn, t.ofMember, t.pair).nullsNotDistinct(),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);
