import { pgSchema } from "drizzle-orm/pg-core";

/** Tenant tables: row-level security is forced on every one of them. */
export const app = pgSchema("app");
/** Sign-in state: no grants for the application role, reached only through functions. */
export const auth = pgSchema("auth");
/** The audit log: written by audit.append() alone. */
export const audit = pgSchema("audit");
