import { sql } from "drizzle-orm";
import { boolean, date, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { choiceVersions } from "./choices";
import { clients } from "./clients";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

export const cases = app.table(
  "cases",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    number: integer().notNull(),
    code: text().notNull(),
    pseudonym: text().notNull(),
    /** The pseudonym in small letters: what is typed is looked up by its beginning, which an index can do. */
    sought: text().notNull().generatedAlwaysAs(sql`lower(pseudonym)`),
    clientId: uuid().notNull(),
    pair: text().notNull(),
    playbookVersion: integer().notNull(),
    risk: text({ enum: ["standard", "elevated", "high"] }).notNull(),
    /** False: nobody has assessed it yet, and `risk` is what it counts as until then. */
    riskAssessed: boolean().notNull().default(true),
    /** The checker leaves the addresses of this case alone, as the client wishes. */
    checksOff: boolean().notNull().default(false),
    inDanger: boolean().notNull().default(false),
    /** Since when danger is flagged; null while it is not. */
    dangerSince: instant(),
    matter: text().notNull(),
    /** Known traits of the matter, such as `intimate_images`; null if not recorded. */
    traits: text().array(),
    /** Offences of either country that were considered and are not relied on, each with the reason, as JSON. */
    setAside: sealed(),
    /** The same before they were sealed: empty once a job has sealed them. */
    considered: jsonb().$type<{ offence: string; why: string; by: string; at: string }[]>().notNull().default([]),
    ownerId: uuid().notNull(),
    openedAt: instant().notNull(),
    lastActivityAt: instant().notNull(),
    /** What the ladder says, kept for lists: refreshed whenever the ladder is evaluated. */
    level: integer().notNull().default(1),
    levels: integer().notNull().default(6),
    marks: text().notNull().default(""),
    nextStep: text().notNull().default(""),
    nextDueOn: date(),
    /** The instant on that day, where a limit in hours ends then. */
    nextDueAt: instant(),
    nextDueLabel: text(),
    /** The kinds of its issued numbers, each once, in order: kept by a trigger, so that lists need not read the numbers. */
    numberKinds: text().array().notNull().default(sql`'{}'`),
    closedAt: instant(),
    closedBy: uuid(),
    /** How it ended; see lib/casework/cases/labels.ts. */
    outcome: text(),
    /** The words of the organisation's own under which it was chosen; null: ours. */
    outcomeVersion: uuid(),
    closingNote: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.code),
    index().on(t.orgId, t.openedAt, t.id),
    index().on(t.orgId, t.lastActivityAt, t.id),
    index().on(t.orgId, t.nextDueOn, t.id),
    index().on(t.orgId, t.pseudonym, t.id),
    index().on(t.orgId, t.risk, t.openedAt, t.id),
    index().on(t.orgId, t.ownerId, t.openedAt, t.id),
    index().on(t.orgId, t.level, t.openedAt, t.id),
    index().on(t.orgId, t.clientId),
    index("cases_sought").on(t.orgId, sql`${t.sought} text_pattern_ops`),
    index("cases_code_beginning").on(t.orgId, sql`${t.code} text_pattern_ops`),
    index("cases_open_opened").on(t.orgId, t.openedAt, t.id).where(sql`closed_at is null`),
    index("cases_open_activity").on(t.orgId, t.lastActivityAt, t.id).where(sql`closed_at is null`),
    index("cases_closed").on(t.orgId, t.closedAt).where(sql`closed_at is not null`),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.outcomeVersion], foreignColumns: [choiceVersions.orgId, choiceVersions.id] }),
  ],
);

export const caseMembers = app.table(
  "case_members",
  {
    orgId: orgId(),
    caseId: uuid().notNull(),
    memberId: uuid().notNull(),
    since: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.memberId] }),
    index().on(t.orgId, t.memberId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** The alleged harasser. Allegations, never facts. */
export const subjects = app.table(
  "subjects",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    allegedName: sealed(),
    allegedPlace: sealed(),
    zone: text(),
    zoneReason: text(),
    addedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** One account on the identity board: the platform's own permanent ID, and the handle it shows today. */
export const accounts = app.table(
  "accounts",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    subjectId: uuid().notNull(),
    number: integer().notNull(),
    platform: text().notNull(),
    platformId: text(),
    handle: text().notNull(),
    url: text(),
    displayName: text(),
    confidence: text({ enum: ["confirmed", "probable", "possible"] }).notNull(),
    linkReason: text(),
    firstSeenOn: date(),
    lastSeenOn: date(),
    addedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.subjectId], foreignColumns: [subjects.orgId, subjects.id] }),
  ],
);

export const accountHandles = app.table(
  "account_handles",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    accountId: uuid().notNull(),
    handle: text().notNull(),
    seenOn: date().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
  ],
);

/** One incident. `isKnowledge`: it shows what the subject knew (told to stop, blocked, replied). */
export const incidents = app.table(
  "incidents",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    kind: text({ enum: ["act", "event"] }).notNull(),
    nature: text().notNull(),
    /** The words of the organisation's own under which it was chosen; null: ours. */
    natureVersion: uuid(),
    /** Null: not known yet. */
    happenedAt: instant(),
    zone: text().notNull(),
    timeIsExact: boolean().notNull().default(true),
    accountId: uuid(),
    url: text(),
    words: sealed(),
    what: sealed().notNull(),
    isKnowledge: boolean().notNull().default(false),
    /** What it shows that the subject knew, such as `told_to_stop`; null when nothing was chosen. */
    knowledge: text(),
    loggedBy: uuid().notNull(),
    loggedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.kind, t.number),
    index().on(t.orgId, t.caseId, t.happenedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.loggedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.natureVersion], foreignColumns: [choiceVersions.orgId, choiceVersions.id] }),
  ],
);
