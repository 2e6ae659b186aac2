import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

/** A role of the organisation's own: one of ours, less what its rules take away. */
export const customRoles = app.table(
  "custom_roles",
  {
    id: id(),
    orgId: orgId(),
    role: text({ enum: ["caseworker", "supervisor"] }).notNull(),
    name: text().notNull(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("custom_roles_one_name").on(t.orgId, sql`lower(${t.name})`),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * A change of who may what: all rules of a role (`rules`), or the role of the organisation's own that a member has
 * (`assign`). One person requests it and a second confirms; the newest confirmed row of a role says what is in force.
 */
export const roleChanges = app.table(
  "role_changes",
  {
    id: id(),
    orgId: orgId(),
    kind: text({ enum: ["rules", "assign"] }).notNull(),
    role: text({ enum: ["caseworker", "supervisor"] }).notNull(),
    /** Null: the role itself; for `assign`, back to it. */
    customRoleId: uuid(),
    memberId: uuid(),
    /** Permissions of the ceiling that the role does not have any more. */
    taken: text().array().notNull().default(sql`'{}'`),
    /** What a role of our own keeps although it was taken from the role that it is built on. */
    given: text().array().notNull().default(sql`'{}'`),
    /** Cases are changed by their owner only. */
    ownOnly: boolean().notNull().default(false),
    /** Only open cases are changed. */
    openOnly: boolean().notNull().default(false),
    /** After so many days a record is not changed any more. */
    maxDays: integer(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    state: text({ enum: ["waiting", "confirmed", "refused", "withdrawn"] })
      .notNull()
      .default("waiting"),
    /** From when it needs no second person, because there was none when it was requested. */
    opensAt: instant(),
    decidedBy: uuid(),
    decidedAt: instant(),
    inForceAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.state),
    uniqueIndex("role_changes_one_waiting")
      .on(t.orgId, t.role, sql`coalesce(${t.customRoleId}, ${t.orgId})`)
      .where(sql`state = 'waiting' and kind = 'rules'`),
    uniqueIndex("role_changes_one_waiting_member")
      .on(t.orgId, t.memberId)
      .where(sql`state = 'waiting' and kind = 'assign'`),
    foreignKey({ columns: [t.orgId, t.customRoleId], foreignColumns: [customRoles.orgId, customRoles.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
