import { type SQL, sql } from "drizzle-orm";
import { teamCap } from "./rules";

/** How many rows there are, to one more than the cap. */
export const cappedIn = (from: SQL, where: SQL | undefined): SQL =>
  sql`(select count(*)::int from (select from ${from} where ${where} limit ${teamCap + 1}) capped)`;
