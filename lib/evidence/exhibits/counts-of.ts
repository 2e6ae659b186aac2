import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { countWhere } from "./count-where";
import type { needsOf } from "./needs-of";
import { type ExhibitNeed, exhibitNeeds } from "./types";

/** How many exhibits have each need. */
export const countsOf = (needs: ReturnType<typeof needsOf>): Record<ExhibitNeed, SQL<number>> =>
  Object.fromEntries(exhibitNeeds.map((need) => [need, countWhere(sql`${needs[need]}`)])) as Record<
    ExhibitNeed,
    SQL<number>
  >;
