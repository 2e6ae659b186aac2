import { sql } from "drizzle-orm";
import { bigint, boolean, check, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { clients } from "./clients";
import { dataKeys, members } from "./organisations";
import { rightsRequests } from "./rights";
import { app } from "./schemas";

/**
 * An export of one case or of all cases, or the data that a client is given about themselves. Stored encrypted until it
 * is removed.
 */
export const caseExports = app.table(
  "case_exports",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    kind: text({ enum: ["case", "organisation", "access"] }).notNull(),
    /** Of the complete folder of one case. */
    caseId: uuid(),
    /** Of a folder for a client: who, and the request that it answers. */
    clientId: uuid(),
    requestId: uuid(),
    namesStaff: boolean().notNull().default(false),
    reason: sealed().notNull(),
    state: text({ enum: ["waiting", "building", "ready", "failed", "refused", "cleared"] }).notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    /** The second person, for the whole organisation. */
    decidedBy: uuid(),
    decidedAt: instant(),
    /** Cases in it, and how many are written. */
    cases: integer().notNull().default(0),
    done: integer().notNull().default(0),
    files: integer().notNull().default(0),
    problem: text(),
    fileId: uuid(),
    size: bigint({ mode: "number" }),
    sha256: text(),
    readyAt: instant(),
    expiresAt: instant(),
    takenAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }),
    foreignKey({ columns: [t.orgId, t.requestId], foreignColumns: [rightsRequests.orgId, rightsRequests.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
    check("case_exports_kind", sql`(kind = 'case') = (case_id is not null)`),
    check("case_exports_access", sql`(kind = 'access') = (client_id is not null and request_id is not null)`),
    check("case_exports_second_person", sql`decided_by is null or decided_by <> asked_by or state = 'refused'`),
    check(
      "case_exports_released",
      sql`kind <> 'organisation' or state in ('waiting', 'refused', 'cleared') or decided_by is not null`,
    ),
  ],
);
