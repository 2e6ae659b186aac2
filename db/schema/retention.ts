import { sql } from "drizzle-orm";
import { date, foreignKey, index, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** Append-only: the day on which the keeping of a closed case is decided was put off. The newest one counts. */
export const retentionChanges = app.table(
  "retention_changes",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    decideOn: date().notNull(),
    reason: sealed().notNull(),
    changedBy: uuid().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.changedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** While one is not lifted, nothing erases the case; app.erase refuses too. */
export const holds = app.table(
  "holds",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    reason: sealed().notNull(),
    placedBy: uuid().notNull(),
    placedAt: instant().notNull(),
    liftedBy: uuid(),
    liftedAt: instant(),
    liftReason: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    uniqueIndex("holds_one_live").on(t.caseId).where(sql`lifted_at is null`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.placedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.liftedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
