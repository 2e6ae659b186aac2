import { date, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { clients } from "./clients";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/** A security compromise, and what is reported to the regulator. Its text has its own key. */
export const breaches = app.table(
  "breaches",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    number: integer().notNull(),
    discoveredAt: instant().notNull(),
    zone: text().notNull(),
    categories: text().array().notNull(),
    /** What happened, the grounds, consequences, measures, advice, who it was: one JSON. */
    words: sealed().notNull(),
    /** Whose account, from when until when and on which cases: null means any. */
    memberId: uuid(),
    fromAt: instant(),
    untilAt: instant(),
    caseIds: uuid().array(),
    /** Clients when it was last counted; stays when a client is erased. */
    affected: integer(),
    countedAt: instant(),
    regulatorToldOn: date(),
    regulatorReference: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.number),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A client whose data was within reach, and the notice to them. Its words are sealed under the client's key. */
export const breachNotices = app.table(
  "breach_notices",
  {
    orgId: orgId(),
    breachId: uuid().notNull(),
    clientId: uuid().notNull(),
    /** Actions of the log that show it. */
    shownBy: text().array().notNull(),
    /** The draft, the channel, and the result of the review: one JSON. Null until drafted. */
    words: sealed(),
    draftedBy: uuid(),
    draftedAt: instant(),
    reviewedBy: uuid(),
    reviewedAt: instant(),
    /** The version of the safe contact that it was reviewed against. */
    reviewedEdition: integer(),
    sentBy: uuid(),
    sentOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.breachId, t.clientId] }),
    index().on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.breachId], foreignColumns: [breaches.orgId, breaches.id] }),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }),
    foreignKey({ columns: [t.orgId, t.draftedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.reviewedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.sentBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
