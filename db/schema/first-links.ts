import { foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId } from "../columns";
import { cases } from "./cases";
import { liaisons, members } from "./organisations";
import { handovers, packets } from "./packets";
import { app } from "./schemas";

/**
 * A link that gives one version to one confirmed officer without an account: useless without a code that is told by
 * phone, and before a second person approves it. Only hashes of both are stored. A trigger restricts changes.
 */
export const firstLinks = app.table(
  "first_links",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    packetId: uuid().notNull(),
    liaisonId: uuid().notNull(),
    secretHash: bytes().notNull().unique(),
    /** Over secret and code together, so that the code cannot be found from this row alone. */
    codeHash: bytes().notNull(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    releasedBy: uuid(),
    releasedAt: instant(),
    /** 72 hours after the release. */
    expiresAt: instant(),
    revokedBy: uuid(),
    revokedAt: instant(),
    tries: integer().notNull().default(0),
    lockedAt: instant(),
    /** The first time that the code was right, and the browser in which it was. */
    redeemedAt: instant(),
    browserHash: bytes(),
    handoverId: uuid(),
    /** Until when that browser reads without typing the code again. */
    accessUntil: instant(),
    downloads: integer().notNull().default(0),
    /** Something that the case has to hear: redeemed, tried from elsewhere, locked. And when somebody saw it. */
    newsAt: instant(),
    seenAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.packetId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.packetId], foreignColumns: [packets.orgId, packets.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.liaisonId], foreignColumns: [liaisons.orgId, liaisons.memberId] }),
    foreignKey({ columns: [t.orgId, t.handoverId], foreignColumns: [handovers.orgId, handovers.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.releasedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.revokedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: what was done with a link, and every attempt that was refused, with why. */
export const firstLinkEvents = app.table(
  "first_link_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    linkId: uuid().notNull(),
    event: text({
      enum: [
        "made",
        "released",
        "revoked",
        "shortened",
        "wrong_code",
        "locked",
        "redeemed",
        "code_again",
        "other_browser",
        "downloaded",
        "used_up",
        "refused",
      ],
    }).notNull(),
    at: instant().notNull(),
    by: uuid(),
    /** Why it was refused, or which file was taken: words of ours. */
    note: text(),
  },
  (t) => [
    index().on(t.orgId, t.linkId),
    foreignKey({ columns: [t.orgId, t.linkId], foreignColumns: [firstLinks.orgId, firstLinks.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.by], foreignColumns: [members.orgId, members.id] }),
  ],
);
