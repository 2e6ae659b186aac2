import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { documents } from "./documents";
import { exhibits } from "./evidence";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

const languages = ["en", "zu", "xh", "af", "st", "es"] as const;

/**
 * The page of one client for one case: opened by a link and a PIN, of which only hashes are stored. What is written on
 * it is sealed under a key of its own, so that whoever gets in there cannot open the case.
 */
export const clientPages = app.table(
  "client_pages",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    keyId: uuid().notNull(),
    language: text({ enum: languages }).notNull(),
    secretHash: bytes().notNull().unique(),
    /** Over secret and PIN together, so that the PIN cannot be found from this row alone. */
    pinHash: bytes().notNull(),
    /** The day on which it was gone through with the client who else may see her phone. */
    agreedOn: date().notNull(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedBy: uuid(),
    endedAt: instant(),
    wrongPins: integer().notNull().default(0),
    lastVisitAt: instant(),
    /** Something that the case has to hear: a file, a message, an answer, wrong PINs. And when somebody saw it. */
    newsAt: instant(),
    seenAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("client_pages_one_open").on(t.orgId, t.caseId).where(sql`ended_at is null`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: what was done with a page, every visit, and every attempt that was refused. */
export const clientPageEvents = app.table(
  "client_page_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    pageId: uuid().notNull(),
    event: text({ enum: ["made", "ended", "opened", "left", "wrong_pin", "refused"] }).notNull(),
    at: instant().notNull(),
    by: uuid(),
  },
  (t) => [
    index().on(t.orgId, t.pageId),
    foreignKey({ columns: [t.orgId, t.pageId], foreignColumns: [clientPages.orgId, clientPages.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.by], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** What client and caseworker write to each other, and where the case stands as a caseworker chose to say it. */
export const clientMessages = app.table(
  "client_messages",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    pageId: uuid().notNull(),
    kind: text({ enum: ["message", "status"] }).notNull(),
    writer: text({ enum: ["client", "staff"] }).notNull(),
    memberId: uuid(),
    /** The key of a ready sentence, shown in the language of the page; null for own words. */
    line: text(),
    /** The day that the ready sentence names. */
    lineOn: date(),
    words: sealed(),
    at: instant().notNull(),
    withdrawnBy: uuid(),
    withdrawnAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.pageId, t.at),
    foreignKey({ columns: [t.orgId, t.pageId], foreignColumns: [clientPages.orgId, clientPages.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.withdrawnBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A file that a client hands over. It becomes evidence when a caseworker accepts it, and is lost in no case. */
export const clientFiles = app.table(
  "client_files",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    pageId: uuid().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    /** What the client's browser computed before it sent the file; null when it could not. */
    sentSha256: text(),
    /** Name and type of the file, and what she says of it, as JSON. */
    details: sealed().notNull(),
    announcedAt: instant().notNull(),
    /** Under the key of the page; null until all of it is there. */
    fileId: uuid(),
    sha256: text(),
    receivedAt: instant(),
    state: text({ enum: ["announced", "waiting", "accepted", "set_aside"] })
      .notNull()
      .default("announced"),
    decidedBy: uuid(),
    decidedAt: instant(),
    exhibitId: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.fileId),
    index().on(t.orgId, t.pageId),
    index("client_files_waiting").on(t.orgId, t.caseId).where(sql`state = 'waiting'`),
    foreignKey({ columns: [t.orgId, t.pageId], foreignColumns: [clientPages.orgId, clientPages.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A paper that a client reads on her page, and signs, declines, corrects or takes back. */
export const clientPapers = app.table(
  "client_papers",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    pageId: uuid().notNull(),
    kind: text({ enum: ["consent", "release", "authority", "statement", "plan"] }).notNull(),
    /** Title and paragraphs as she reads them, as JSON. */
    text: sealed().notNull(),
    /** Of the unsealed JSON: what she signed is this and nothing else. */
    textSha256: text().notNull(),
    language: text({ enum: languages }).notNull(),
    /** The same in English, for whoever reads it with her; null where a caseworker typed the text. */
    english: sealed(),
    /** What is recorded when she signs, as JSON; null for a text that somebody typed. */
    terms: sealed(),
    /** Whether a text of ours in it was confirmed by no speaker when it was offered. */
    unconfirmed: boolean().notNull().default(false),
    /** The statement that is read back, and in which version. */
    documentId: uuid(),
    documentVersion: integer(),
    offeredBy: uuid().notNull(),
    offeredAt: instant().notNull(),
    answer: text({ enum: ["signed", "declined", "corrected"] }),
    /** The typed name, the strokes of a finger, and her words, as JSON. */
    answered: sealed(),
    answeredAt: instant(),
    /** The client took back what she had signed. */
    withdrawnAt: instant(),
    /** The consent, release or authority that her signature became. */
    recordedId: uuid(),
    /** When a job had done what follows from her answer, and from taking it back. */
    followedAt: instant(),
    /** Why her signature was not recorded: a key of ours. */
    refused: text(),
    /** The organisation no longer asks for it. */
    endedBy: uuid(),
    endedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.pageId),
    index().on(t.orgId, t.documentId),
    foreignKey({ columns: [t.orgId, t.documentId], foreignColumns: [documents.orgId, documents.id] }),
    foreignKey({ columns: [t.orgId, t.pageId], foreignColumns: [clientPages.orgId, clientPages.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.offeredBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * A neutral sentence that is sent to a client, and what became of it. Where it goes and what it says is read when it is
 * sent: neither is kept here.
 */
export const clientNotices = app.table(
  "client_notices",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    channel: text({ enum: ["sms", "email"] }).notNull(),
    language: text({ enum: languages }).notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    /** The next safe hour, where it was asked for outside the safe hours. */
    notBefore: instant().notNull(),
    claimedAt: instant(),
    sentAt: instant(),
    /** Why it was not sent after all: a key of ours. */
    refused: text(),
    refusedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId, t.askedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * What an organisation says of a text that clients read: that a speaker confirmed it, or its own words. The newest row
 * of a text counts; none is ever changed.
 */
export const clientWordings = app.table(
  "client_wordings",
  {
    id: id(),
    orgId: orgId(),
    language: text({ enum: languages }).notNull(),
    /** The key of a text of ours. */
    key: text().notNull(),
    /** The organisation's own words; null: ours. */
    words: text(),
    /** Who speaks the language and confirmed the text; null: nobody yet. */
    speaker: text(),
    /** Of the English text and of the one confirmed: when either changes, nobody has confirmed it any more. */
    englishSha256: text().notNull(),
    wordsSha256: text().notNull(),
    savedBy: uuid().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.language, t.key, t.savedAt),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
