import { foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { invitations, members } from "./organisations";
import { app } from "./schemas";

/**
 * What grants a person access to cases, or restores it: an invitation, another role, a new sign-in link. One person
 * requests it and a supervisor approves; Postgres sets `opens_at` if nobody could approve it.
 */
export const accessChanges = app.table(
  "access_changes",
  {
    id: id(),
    orgId: orgId(),
    kind: text({ enum: ["join", "role", "renew"] }).notNull(),
    /** Whose access it is; null until an invited person has joined. */
    memberId: uuid(),
    invitationId: uuid(),
    role: text({ enum: ["caseworker", "supervisor", "liaison"] }).notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    state: text({ enum: ["waiting", "released", "refused", "withdrawn", "done"] })
      .notNull()
      .default("waiting"),
    /** From when it needs no second person, because there was none when it was requested. */
    opensAt: instant(),
    decidedBy: uuid(),
    decidedAt: instant(),
    doneAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.state),
    unique().on(t.orgId, t.invitationId),
    foreignKey({ columns: [t.orgId, t.invitationId], foreignColumns: [invitations.orgId, invitations.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
