import { date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { choiceVersions } from "./choices";
import { members } from "./organisations";
import { app } from "./schemas";

/** The organisation's own directory of services that help clients. Contact details of services, never of a client. */
export const services = app.table(
  "services",
  {
    id: id(),
    orgId: orgId(),
    kind: text({ enum: ["shelter", "counsellor", "lawyer", "care_centre", "clinic", "partner", "other"] }).notNull(),
    /** The words of the organisation's own under which it was chosen; null: ours. */
    kindVersion: uuid(),
    name: text().notNull(),
    area: text(),
    phone: text(),
    email: text(),
    hours: text(),
    /** What to know before a client is referred: languages, costs, whom they take. */
    note: text(),
    /** The day on which somebody last checked these details. */
    checkedOn: date().notNull(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    /** From when nobody is referred there any more. The row stays for the referrals that name it. */
    retiredAt: instant(),
    retiredBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.retiredBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.kindVersion], foreignColumns: [choiceVersions.orgId, choiceVersions.id] }),
  ],
);

/** A client is sent to a service that helps with something else. The case stays here. */
export const referrals = app.table(
  "referrals",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    /** Counts from 1 in each case. */
    number: integer().notNull(),
    serviceId: uuid().notNull(),
    purpose: sealed().notNull(),
    /** What the service is told about the client, as it was agreed. */
    passedOn: sealed().notNull(),
    consent: text({ enum: ["spoken", "written", "guardian", "none"] }).notNull(),
    /** The day of the consent; null without one. */
    consentOn: date(),
    /** How it was given; without consent, why the referral was made all the same. */
    consentNote: sealed(),
    /** The day by which an answer is expected. */
    answerBy: date(),
    state: text({ enum: ["open", "accepted", "declined", "ended", "withdrawn"] })
      .notNull()
      .default("open"),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    answeredOn: date(),
    answeredBy: uuid(),
    answeredAt: instant(),
    /** Who answered, and what was said. */
    answer: sealed(),
    /** The day on which an accepted referral is asked about again; null counts our own default. */
    outcomeBy: date(),
    endedOn: date(),
    endedBy: uuid(),
    endedAt: instant(),
    outcome: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.serviceId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.serviceId], foreignColumns: [services.orgId, services.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.answeredBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
