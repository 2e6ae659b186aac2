import { boolean, foreignKey, index, integer, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { app } from "./schemas";

/** Append-only, chained: each event carries the hash of the one before it. Numbered by app.chain_custody(). */
export const custodyEvents = app.table(
  "custody_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    seq: integer().notNull(),
    action: text().notNull(),
    at: instant().notNull(),
    by: uuid(),
    /** A fixed sentence of ours. What a person typed is in `details`. */
    purpose: text().notNull(),
    sha256: text().notNull(),
    /** From, to, purpose, basis, place, medium, seal number, signature, remarks (domain 9), as sealed JSON. */
    details: sealed(),
    /** The hash of what came out of it, such as a masked copy. */
    sha256After: text(),
    derivativeId: uuid(),
    /** Whether the bytes still had their hash; null if not checked. */
    verified: boolean(),
    /** Which formula `hash` was computed by. */
    formula: smallint().notNull().default(2),
    previous: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    unique().on(t.exhibitId, t.seq),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.by, t.action, t.at),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
  ],
);

/** The end of each ledger, so that a tail that was cut off is seen. Written by app.chain_custody() alone. */
export const custodyHeads = app.table(
  "custody_heads",
  {
    exhibitId: uuid().primaryKey(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    seq: integer().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] })],
);
