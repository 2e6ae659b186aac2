import { boolean, date, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * On which ground the organisation works on a case: the client's consent, or another. A later one takes the place of an
 * earlier one, and none is changed but by its withdrawal and its paper. It permits no disclosure: a release does.
 */
export const consents = app.table(
  "consents",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    ground: text({ enum: ["consent", "vital_interest", "other"] }).notNull(),
    /** How consent was given; null for another ground. */
    way: text({ enum: ["read_back", "signed_here", "on_paper", "own_page"] }),
    /** What the client was told in answer to, or the reason for another ground. */
    words: sealed(),
    /** Keys of what it is for, such as `help`. */
    purposes: text().array().notNull(),
    otherPurpose: sealed(),
    givenOn: date().notNull(),
    /** The strokes of a finger, as JSON. */
    signature: sealed(),
    /** The name that stands for the signature, or beside it. */
    signedName: sealed(),
    guardianName: sealed(),
    guardianRelation: sealed(),
    guardianAgreed: boolean(),
    /** Why a child has no guardian here. */
    noGuardian: sealed(),
    /** The scan or photo of a paper, an exhibit of the case; it may come later. */
    exhibitId: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    withdrawnOn: date(),
    withdrawnReason: sealed(),
    withdrawnBy: uuid(),
    withdrawnAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId, t.recordedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.withdrawnBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
