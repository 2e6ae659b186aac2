import { date, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { accounts, cases, subjects } from "./cases";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/** What points to a subject and is no account: a phone, an e-mail, a wallet. Sealed; found by keyed tokens. */
export const identifiers = app.table(
  "identifiers",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    subjectId: uuid().notNull(),
    kind: text({ enum: ["phone", "email", "wallet", "address", "other"] }).notNull(),
    value: sealed().notNull(),
    confidence: text({ enum: ["confirmed", "probable", "possible"] }).notNull(),
    linkReason: sealed(),
    exhibitId: uuid(),
    firstSeenOn: date(),
    lastSeenOn: date(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    /** Taken off the board, never deleted. */
    removedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.subjectId], foreignColumns: [subjects.orgId, subjects.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** The exhibits that show whose an account is. */
export const accountExhibits = app.table(
  "account_exhibits",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    accountId: uuid().notNull(),
    exhibitId: uuid().notNull(),
  },
  (t) => [
    unique().on(t.accountId, t.exhibitId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
  ],
);

/**
 * A case on which an intimate image of a minor may exist: no files are accepted while it is in force. One open row per
 * case.
 */
export const imageStops = app.table(
  "image_stops",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    reason: sealed().notNull(),
    setBy: uuid().notNull(),
    setAt: instant().notNull(),
    liftedBy: uuid(),
    liftedAt: instant(),
    liftedReason: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.setBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.liftedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** What is recorded instead of an image: where it was, whose account, when, and the report that was made. */
export const imageSightings = app.table(
  "image_sightings",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    url: sealed().notNull(),
    platform: text(),
    accountId: uuid(),
    /** The platform's permanent ID, when the account is not on the board. */
    platformAccountId: sealed(),
    seenAt: instant().notNull(),
    seenZone: text().notNull(),
    /** Where it was reported, by the key of a body, and the number that came back. */
    reportedTo: text(),
    reportReference: sealed(),
    reportedAt: instant(),
    note: sealed(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
