import { date, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** A member's reminder settings. No row: the defaults of lib/escalation/reminders/rules.ts. */
export const reminderWishes = app.table(
  "reminder_wishes",
  {
    memberId: uuid().primaryKey(),
    orgId: orgId(),
    mails: text({ enum: ["digest_and_urgent", "digest", "none"] }).notNull(),
    zone: text().notNull(),
    /** `HH:MM` on the wall of `zone`. */
    digestAt: text().notNull(),
    quietFrom: text().notNull(),
    quietUntil: text().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] })],
);

/** A calendar address that a calendar program reads without signing in. Only the hash of its token is kept. */
export const calendarFeeds = app.table(
  "calendar_feeds",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    tokenHash: bytes().notNull().unique(),
    madeAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.memberId),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** One mail to one member. `occasion` makes it unique: `digest:2026-11-24`, or `urgent:` with the clock, day and alert. */
export const mails = app.table(
  "mails",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    kind: text({
      enum: ["digest", "urgent", "supervisor_digest", "log_head", "account", "officer_notice", "alert"],
    }).notNull(),
    occasion: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Not before this instant: the end of the member's quiet hours. */
    notBefore: instant().notNull(),
    madeAt: instant().notNull(),
    claimedAt: instant(),
    sentAt: instant(),
    failure: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.memberId, t.occasion),
    index().on(t.orgId, t.sentAt),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A reminder that came due for one member: the row that makes it happen once. */
export const reminders = app.table(
  "reminders",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    caseId: uuid().notNull(),
    clockKey: text().notNull(),
    dueOn: date().notNull(),
    /** Which of the clock's alerts: `due`, `overdue`, or days such as `60`. */
    alert: text().notNull(),
    urgency: text({ enum: ["digest", "urgent"] }).notNull(),
    /** The words of the reason, without anything of the case but its number. */
    why: text().notNull(),
    madeAt: instant().notNull(),
    mailId: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.memberId, t.caseId, t.clockKey, t.dueOn, t.alert),
    index().on(t.orgId, t.memberId, t.mailId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.mailId], foreignColumns: [mails.orgId, mails.id] }),
  ],
);
