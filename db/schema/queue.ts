import { sql } from "drizzle-orm";
import { date, foreignKey, index, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * What is to be done on an open case, and what waits for others: kept for My work and its counts, written whenever the
 * ladder is evaluated. Keys and days only; the words are made from the case when they are shown.
 */
export const queueItems = app.table(
  "queue_items",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    /** The owner of the case, kept by a trigger: from it the queue of one person is read. */
    ownerId: uuid(),
    /** The key of its clock; see lib/escalation/queue/types.ts for what has none. */
    key: text().notNull(),
    /** Whose move it is. What is with others becomes ours on its day. */
    turn: text({ enum: ["ours", "theirs"] }).notNull(),
    kind: text({ enum: ["L", "P", "D"] }),
    dueOn: date(),
    /** The first instant of that day at the case's home. */
    dayAt: instant(),
    /** The first instant at which it is late; null for what is never late. */
    lateAt: instant(),
    /** Since when it is with others, or since when its clock runs. */
    since: date(),
  },
  (t) => [
    unique().on(t.caseId, t.key),
    index("queue_items_late").on(t.orgId, t.lateAt, t.id),
    index("queue_items_turn").on(t.orgId, t.turn, t.dayAt, t.id),
    index("queue_items_owner_late").on(t.orgId, t.ownerId, t.lateAt, t.id),
    index("queue_items_owner_turn").on(t.orgId, t.ownerId, t.turn, t.dayAt, t.id),
    index("queue_items_never_late").on(t.orgId, t.ownerId, t.turn, t.dayAt).where(sql`late_at is null`),
    index("queue_items_waiting").on(t.orgId, t.since, t.id).where(sql`turn = 'theirs'`),
    index("queue_items_owner_waiting").on(t.orgId, t.ownerId, t.since, t.id).where(sql`turn = 'theirs'`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** An item hidden from the queue until a day, with the reason. It changes no clock. */
export const queueSnoozes = app.table(
  "queue_snoozes",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    itemKey: text().notNull(),
    /** The day on which the item was due: a clock that starts again is not hidden by it. */
    dueOn: date().notNull(),
    until: date().notNull(),
    /** The first instant of that day at the case's home. */
    wakesAt: instant().notNull(),
    reason: sealed().notNull(),
    snoozedBy: uuid().notNull(),
    snoozedAt: instant().notNull(),
    endedAt: instant(),
    endedBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.wakesAt),
    uniqueIndex().on(t.caseId, t.itemKey).where(sql`${t.endedAt} is null`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.snoozedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
