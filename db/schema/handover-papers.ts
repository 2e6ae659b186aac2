import { boolean, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { dataKeys } from "./organisations";
import { handovers, packets } from "./packets";
import { app } from "./schemas";

/**
 * Append-only: a paper about a handover, made and signed by a job. A certificate says what the ledger of one handover
 * holds up to one of its lines; a receipt that the officer acknowledged it; the slip is the blank form of a version.
 */
export const handoverPapers = app.table(
  "handover_papers",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    packetId: uuid().notNull(),
    /** Null for the slip. */
    handoverId: uuid(),
    paper: text({ enum: ["certificate", "receipt", "slip"] }).notNull(),
    /** Counts the papers of one kind of a version. */
    number: integer().notNull(),
    /** The last line of the ledger that it speaks of. */
    throughId: uuid(),
    /** The name under which it leaves: no name of a person. */
    name: text().notNull(),
    keyId: uuid().notNull(),
    /** The PDF, and the detached signature over it (CMS, DER), in base64. */
    pdf: sealed().notNull(),
    p7s: sealed().notNull(),
    sha256: text().notNull(),
    pages: integer().notNull(),
    /** SHA-256 of the list of files (manifest.json) of the version that it belongs to. */
    manifestSha256: text().notNull(),
    /** SHA-256 of the certificate that signed it, and whether a time authority stamped both signatures. */
    signer: text().notNull(),
    stamped: boolean().notNull(),
    signedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.packetId, t.paper, t.number),
    unique().on(t.handoverId, t.paper, t.throughId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.packetId], foreignColumns: [packets.orgId, packets.id] }),
    foreignKey({
      columns: [t.orgId, t.handoverId, t.caseId],
      foreignColumns: [handovers.orgId, handovers.id, handovers.caseId],
    }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
  ],
);
