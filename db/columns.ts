import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

declare const sealedBrand: unique symbol;
/** Cipher text of a protected value. Only lib/kernel/access/vault.ts can make one, so a plain string does not fit. */
export type Sealed = string & { readonly [sealedBrand]: true };

/** A protected value: encrypted under the data key of its client or case and bound to its table, column and row. */
export const sealed = customType<{ data: Sealed; driverData: string }>({ dataType: () => "text" });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** An instant, UTC. Where the intended IANA zone matters, it is in another column. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** Primary key of every table: a UUIDv7 made by the application (lib/platform/ids.ts). */
export const id = () => uuid().primaryKey();

export const orgId = () => uuid().notNull();

export const emptyJson = sql`'{}'::jsonb`;
