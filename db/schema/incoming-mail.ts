import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { exhibits } from "./evidence";
import { letters } from "./letters";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/**
 * An address that is given to one counterpart of one case, so that its answers find the case. The token in it is shown
 * once; only its keyed hash is stored. It opens nothing.
 */
export const replyAddresses = app.table(
  "reply_addresses",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    tokenHash: bytes().notNull(),
    /** Whom it is given to, and the addresses from which they write, as JSON. */
    counterpart: sealed().notNull(),
    /** The step that answers are about, as a letter names it. */
    step: text(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    endedBy: uuid(),
    endedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.tokenHash),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * A mail that came in, kept as it was received under a key of its own. With a case, those who work on it see it;
 * without one, supervisors do.
 */
export const incomingMails = app.table(
  "incoming_mails",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    caseId: uuid(),
    addressId: uuid(),
    /** Keyed, of the Message-ID and of the bytes together: the same mail is taken once. */
    fingerprint: bytes().notNull(),
    /** Keyed, of the Message-ID alone: another mail that calls itself the same is noticed. */
    messageHash: bytes(),
    /** Keyed, of the sender: many from one are listed apart. */
    senderHash: bytes(),
    receivedAt: instant().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    /** Null when its bytes were not kept: too large, or the case takes no files. */
    fileId: uuid(),
    /** Who wrote it, to whom, its subject, text and list of attachments, as JSON. */
    facts: sealed().notNull(),
    /** Why it was not filed by itself: keys of ours. */
    reasons: text().array().notNull(),
    /** Why it is listed apart. */
    apart: text({ enum: ["flood", "automatic"] }),
    state: text({ enum: ["held", "filed", "set_aside"] }).notNull(),
    /** It was filed without a person. */
    byItself: boolean().notNull().default(false),
    decidedBy: uuid(),
    decidedAt: instant(),
    /** The letter that it became, and the exhibit that the message itself became. */
    letterId: uuid(),
    exhibitId: uuid(),
    /** Exhibits made of its attachments, by their places in the list. */
    attachmentExhibits: text().array().notNull().default(sql`'{}'`),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.fingerprint),
    unique().on(t.orgId, t.fileId),
    index().on(t.orgId, t.caseId, t.state),
    index().on(t.orgId, t.state, t.receivedAt),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.addressId], foreignColumns: [replyAddresses.orgId, replyAddresses.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
