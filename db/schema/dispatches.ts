import { boolean, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { liaisons, members } from "./organisations";
import { packets, releases } from "./packets";
import { app } from "./schemas";

/** Append-only: a version that left on paper or by other means than the portal. */
export const dispatches = app.table(
  "dispatches",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    packetId: uuid().notNull(),
    method: text({ enum: ["by_hand", "courier", "registered_post", "official_email", "other"] }).notNull(),
    sentAt: instant().notNull(),
    sentBy: uuid().notNull(),
    /** An officer of the directory, or else an office in words. */
    liaisonId: uuid(),
    office: sealed(),
    /** A tracking or receipt number, as it was given. */
    proof: sealed(),
    withAnnex: boolean().notNull().default(false),
    annexReleaseId: uuid(),
    notedBy: uuid().notNull(),
    notedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.packetId),
    foreignKey({ columns: [t.orgId, t.packetId], foreignColumns: [packets.orgId, packets.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.sentBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.liaisonId], foreignColumns: [liaisons.orgId, liaisons.memberId] }),
    foreignKey({ columns: [t.orgId, t.annexReleaseId], foreignColumns: [releases.orgId, releases.id] }),
    foreignKey({ columns: [t.orgId, t.notedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
