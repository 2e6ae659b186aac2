import { sql } from "drizzle-orm";
import { foreignKey, index, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { clients } from "./clients";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/**
 * Somebody who must never see a client: a conflict of interest. Set on one case, it holds for every case of the client.
 * Lifted once, never changed.
 */
export const conflictsOfInterest = app.table(
  "case_denials",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    memberId: uuid().notNull(),
    keyId: uuid().notNull(),
    reason: sealed().notNull(),
    setBy: uuid().notNull(),
    setAt: instant().notNull(),
    liftedAt: instant(),
    liftedBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("case_denials_one_open").on(t.clientId, t.memberId).where(sql`lifted_at is null`),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.setBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.liftedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * A caseworker asks to read a case that is not theirs, by its number. Which case that is, if any, a trigger finds out;
 * a supervisor releases it for some hours, or refuses.
 */
export const emergencyAccess = app.table(
  "emergency_looks",
  {
    id: id(),
    orgId: orgId(),
    code: text().notNull(),
    caseId: uuid(),
    keyId: uuid().notNull(),
    reason: sealed().notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    state: text({ enum: ["waiting", "released", "refused", "ended"] })
      .notNull()
      .default("waiting"),
    decidedBy: uuid(),
    decidedAt: instant(),
    endsAt: instant(),
    endedBy: uuid(),
    endedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.askedAt),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Records that the owner of a case was notified of emergency access. Only this row grants it: see the trigger. */
export const emergencyNotices = app.table(
  "emergency_notices",
  {
    id: id(),
    orgId: orgId(),
    lookId: uuid().notNull().unique(),
    caseId: uuid().notNull(),
    memberId: uuid().notNull(),
    toldAt: instant().notNull(),
    seenAt: instant(),
  },
  (t) => [
    index().on(t.orgId, t.memberId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.lookId], foreignColumns: [emergencyAccess.orgId, emergencyAccess.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);
