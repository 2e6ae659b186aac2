import { date, foreignKey, index, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { placedOnCase } from "./placed";
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
export const holds = placedOnCase("holds");
