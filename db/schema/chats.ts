import { boolean, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { accounts, incidents } from "./cases";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/** One reading of an export that is kept as an exhibit: read again with other answers, it is another row. */
export const chatImports = app.table(
  "chat_imports",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    /** `whatsapp`, `instagram`, `facebook`, `sms`, `eml`; null until it was read. */
    format: text(),
    state: text({ enum: ["reading", "needs_answer", "ready", "failed"] }).notNull(),
    /** Our own words for what stopped it or what is unclear, such as `day_or_month_first`. */
    problem: text(),
    /** The zone in which times without a zone were written (IANA), as the advocate said. */
    zone: text().notNull(),
    /** `dmy` or `mdy` or `ymd`, when the advocate had to say. */
    dateOrder: text(),
    messages: integer().notNull().default(0),
    duplicates: integer().notNull().default(0),
    unreadable: integer().notNull().default(0),
    startedBy: uuid().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.startedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Who wrote, by the name in the export, once per case and format; linked to the identity board by a person. */
export const chatSenders = app.table(
  "chat_senders",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    format: text().notNull(),
    name: sealed().notNull(),
    /** Keyed hash of the folded name, to find the row again. */
    token: bytes().notNull(),
    isClient: boolean().notNull().default(false),
    accountId: uuid(),
    tiedBy: uuid(),
    tiedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.format, t.token),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.tiedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

export const chatMessages = app.table(
  "chat_messages",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    importId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    /** The place in the export, from 1. */
    seq: integer().notNull(),
    senderId: uuid(),
    sentAt: instant().notNull(),
    /** The zone that the stamp was read in (IANA), and the stamp as it stood in the export. */
    zone: text().notNull(),
    stamp: text().notNull(),
    kind: text({ enum: ["text", "media", "call", "deleted", "system"] }).notNull(),
    words: sealed(),
    mediaName: sealed(),
    /** Keyed hash of sender, instant and words: the same message in a second export is not kept twice. */
    fingerprint: bytes().notNull(),
    incidentId: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.fingerprint),
    unique().on(t.importId, t.seq),
    index().on(t.orgId, t.caseId, t.sentAt, t.id),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [chatImports.orgId, chatImports.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.senderId], foreignColumns: [chatSenders.orgId, chatSenders.id] }),
    foreignKey({ columns: [t.orgId, t.incidentId], foreignColumns: [incidents.orgId, incidents.id] }),
  ],
);
