import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dataKeys, members } from "./organisations";
import { referrals, services } from "./referrals";
import { app } from "./schemas";

/** The system of a service (a Primero) to which a case may be sent, with the client's consent to that service. */
export const receivingSystems = app.table(
  "receiving_systems",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    /** Whose it is: a referral names the same service, so the consent is to it. */
    serviceId: uuid().notNull(),
    address: sealed().notNull(),
    userName: sealed().notNull(),
    /** Null once it was turned off. */
    password: sealed(),
    /** Which of our facts goes into which field of theirs. */
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    offAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("receiving_systems_live").on(t.orgId, t.serviceId).where(sql`off_at is null`),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.serviceId], foreignColumns: [services.orgId, services.id] }),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A case that somebody sent to another system, once for a referral. Its id is the id of the case there. */
export const caseSendings = app.table(
  "case_sendings",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    systemId: uuid().notNull(),
    /** Whose consent covers it. */
    referralId: uuid().notNull(),
    /** Exactly what left, as JSON. */
    body: sealed().notNull(),
    sentBy: uuid().notNull(),
    askedAt: instant().notNull(),
    state: text({ enum: ["waiting", "sent", "refused", "given_up", "stopped"] })
      .notNull()
      .default("waiting"),
    attempts: integer().notNull().default(0),
    settledAt: instant(),
    /** Of the last answer. */
    status: integer(),
    /** Why there was none: a key of lib/platform/network/page-problems.ts. */
    problem: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    uniqueIndex("case_sendings_once").on(t.referralId).where(sql`state in ('waiting', 'sent')`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.systemId], foreignColumns: [receivingSystems.orgId, receivingSystems.id] }),
    foreignKey({ columns: [t.orgId, t.referralId], foreignColumns: [referrals.orgId, referrals.id] }),
    foreignKey({ columns: [t.orgId, t.sentBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
