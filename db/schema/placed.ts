import { sql } from "drizzle-orm";
import { foreignKey, index, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** A table of what a supervisor places on a case and lifts again, each with a reason; one at a time on each case. */
export const placedOnCase = <Name extends string>(name: Name) =>
  app.table(
    name,
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
      uniqueIndex(`${name}_one_live`).on(t.caseId).where(sql`lifted_at is null`),
      foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
      foreignKey({ columns: [t.orgId, t.placedBy], foreignColumns: [members.orgId, members.id] }),
      foreignKey({ columns: [t.orgId, t.liftedBy], foreignColumns: [members.orgId, members.id] }),
    ],
  );
