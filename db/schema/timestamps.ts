import { foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId } from "../columns";
import { exhibits } from "./evidence";
import { app } from "./schemas";

/**
 * One RFC 3161 token over the hash of an original, requested from one authority. `pending` until it arrived and was
 * verified.
 */
export const timestamps = app.table(
  "timestamps",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    /** The SHA-256 that is stamped, 64 lower-case hex characters. */
    sha256: text().notNull(),
    /** The host of the authority as it was configured, with its port. */
    authority: text().notNull(),
    state: text({ enum: ["pending", "held", "refused"] }).notNull(),
    askedAt: instant().notNull(),
    tries: integer().notNull().default(0),
    lastTriedAt: instant(),
    /** Why it did not come or was not believed: one of our own words, never the authority's text. */
    problem: text(),
    heldAt: instant(),
    token: bytes(),
    /** As the token says: its time (UTC), policy, serial number (hex) and the name of the authority. */
    genTime: instant(),
    policy: text(),
    serial: text(),
    tsaName: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.exhibitId, t.authority),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.state),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
  ],
);
