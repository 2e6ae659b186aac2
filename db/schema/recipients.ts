import { foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { cases } from "./cases";
import { dispatches } from "./dispatches";
import { liaisons, members } from "./organisations";
import { handovers, packets, releases } from "./packets";
import { app } from "./schemas";

/**
 * An officer named by a release of information, by id, and who confirmed that it means them. These rows alone decide
 * whom a release covers; a release without one covers nobody. Rows are permanent: an officer is removed once, with a
 * reason.
 */
export const releaseRecipients = app.table(
  "release_recipients",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    releaseId: uuid().notNull(),
    memberId: uuid().notNull(),
    confirmedBy: uuid().notNull(),
    confirmedAt: instant().notNull(),
    /** The end of the release's last day where the client is, so that Postgres need not know the zone. */
    endsAt: instant().notNull(),
    /**
     * From when it no longer covers this officer although it is in force: named by mistake, or no longer in the unit.
     */
    takenOffAt: instant(),
    takenOffBy: uuid(),
    takenOffReason: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.releaseId, t.memberId),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.memberId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.releaseId], foreignColumns: [releases.orgId, releases.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [liaisons.orgId, liaisons.memberId] }),
    foreignKey({ columns: [t.orgId, t.confirmedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.takenOffBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * A copy of a packet that is out and has to come back: made when the release that covered it is revoked or no longer
 * names the officer, or by a person for one that no release covers. Settled once, with what became of the copy.
 */
export const recalls = app.table(
  "recalls",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    packetId: uuid().notNull(),
    /** What is recalled: a handover (portal or link) or a dispatch on paper, one of the two. */
    handoverId: uuid(),
    dispatchId: uuid(),
    /** The release that was revoked, or from which the officer was removed; null if a person requested the copy. */
    releaseId: uuid(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    outcome: text({ enum: ["returned", "destroyed", "kept"] }),
    settledBy: uuid(),
    settledAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.packetId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.packetId], foreignColumns: [packets.orgId, packets.id] }),
    foreignKey({ columns: [t.orgId, t.handoverId], foreignColumns: [handovers.orgId, handovers.id] }),
    foreignKey({ columns: [t.orgId, t.dispatchId], foreignColumns: [dispatches.orgId, dispatches.id] }),
    foreignKey({ columns: [t.orgId, t.releaseId], foreignColumns: [releases.orgId, releases.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.settledBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
