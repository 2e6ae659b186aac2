import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/** An address of another system that is told, by ids only, what happened here. */
export const webhooks = app.table(
  "webhooks",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    name: sealed().notNull(),
    address: sealed().notNull(),
    /** The audit actions that it is told of. */
    actions: text().array().notNull(),
    secret: sealed().notNull(),
    /** After a renewal: the secret before, with which messages are signed too until then. */
    oldSecret: sealed(),
    oldSecretUntil: instant(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    lastSentAt: instant(),
    /** Why nothing is sent to it any more: by a person, the receiver said so, or it failed for days. */
    off: text({ enum: ["person", "gone", "failing"] }),
    offAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** One event for one webhook, made by the database with the entry of the log that it comes from. */
export const webhookMessages = app.table(
  "webhook_messages",
  {
    id: id(),
    orgId: orgId(),
    webhookId: uuid().notNull(),
    action: text().notNull(),
    /** What it comes from: with the webhook, it exists once. */
    occasion: text().notNull(),
    caseId: uuid(),
    subjectId: uuid().notNull(),
    happenedAt: instant().notNull(),
    state: text({ enum: ["waiting", "sent", "given_up", "left_out"] })
      .notNull()
      .default("waiting"),
    attempts: integer().notNull().default(0),
    /** When it is sent, or sent again; while a worker sends it, when another may. */
    nextAt: instant().notNull(),
    settledAt: instant(),
    /** A person sent it again after it had ended. */
    replayed: boolean().notNull().default(false),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.webhookId, t.occasion),
    index().on(t.orgId, t.webhookId, t.happenedAt),
    index().on(t.orgId, t.caseId),
    index("webhook_messages_due").on(t.orgId, t.nextAt).where(sql`state = 'waiting'`),
    foreignKey({ columns: [t.orgId, t.webhookId], foreignColumns: [webhooks.orgId, webhooks.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** One attempt to send a message: what was answered, as a status, or why there was no answer. */
export const webhookAttempts = app.table(
  "webhook_attempts",
  {
    id: id(),
    orgId: orgId(),
    messageId: uuid().notNull(),
    at: instant().notNull(),
    tookMs: integer().notNull(),
    status: integer(),
    /** A key of lib/platform/network/page-problems.ts. */
    problem: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.messageId, t.at),
    foreignKey({
      columns: [t.orgId, t.messageId],
      foreignColumns: [webhookMessages.orgId, webhookMessages.id],
    }).onDelete("cascade"),
  ],
);
