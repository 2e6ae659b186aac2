import "server-only";
import { type SQL, sql } from "drizzle-orm";

export const countWhere = (is: SQL): SQL<number> => sql<number>`count(*) filter (where ${is})`.mapWith(Number);
