import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

const grounds = ["kept_long_enough", "client_asked", "opened_in_error", "no_ground_left"] as const;

/**
 * One supervisor asks that a case or a client is erased, another releases it. Nothing hangs on the case by a foreign
 * key: the row outlives it.
 */
export const erasureRequests = app.table(
  "erasure_requests",
  {
    id: id(),
    orgId: orgId(),
    of: text({ enum: ["case", "client"] }).notNull(),
    erasedId: uuid().notNull(),
    /** The number of the case, or the code of the client. */
    code: text().notNull(),
    ground: text({ enum: grounds }).notNull(),
    /** Sealed under the key that goes, and gone with it. */
    reason: sealed(),
    keyId: uuid().notNull(),
    /** With the last case of the client, the client too. */
    withClient: boolean().notNull().default(false),
    state: text({ enum: ["waiting", "released", "refused", "stopped", "erased", "done"] }).notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    decidedBy: uuid(),
    decidedAt: instant(),
    /**
     * What else is erased, written by app.erase: cases of a client, import lists and export folders that contain it.
     */
    also: uuid().array().notNull().default(sql`'{}'`),
    erasedAt: instant(),
    /** When the last stored file was gone. */
    doneAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("erasure_requests_one_live")
      .on(t.orgId, t.erasedId)
      .where(sql`state in ('waiting', 'released', 'erased')`),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
    check(
      "erasure_requests_two_people",
      sql`state in ('waiting', 'refused', 'stopped') or (decided_by is not null and decided_by <> asked_by)`,
    ),
  ],
);

/** Append-only, written by app.erase alone: what was erased, and which keys a restored backup must lose again. */
export const erasures = app.table(
  "erasures",
  {
    id: id(),
    orgId: orgId(),
    requestId: uuid().notNull(),
    of: text({ enum: ["case", "client"] }).notNull(),
    erasedId: uuid().notNull(),
    code: text().notNull(),
    keyIds: uuid().array().notNull(),
    ground: text({ enum: grounds }).notNull(),
    askedBy: uuid().notNull(),
    releasedBy: uuid().notNull(),
    at: instant().notNull(),
    /** Members who worked on the case, and are notified that it was erased. */
    seers: uuid().array().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.erasedId),
    index().on(t.orgId, t.at),
    foreignKey({ columns: [t.orgId, t.requestId], foreignColumns: [erasureRequests.orgId, erasureRequests.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.releasedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
