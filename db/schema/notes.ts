import { date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { accounts, cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** What somebody wrote down: a note, or a contact with somebody. One that was withdrawn stays, with who and why. */
export const caseNotes = app.table(
  "case_notes",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    kind: text({ enum: ["note", "call", "visit", "message", "meeting"] }).notNull(),
    /** A supervision note is seen by its author and by supervisors only. It never changes. */
    visibility: text({ enum: ["working", "supervision"] }).notNull(),
    /** With whom the contact was; null if it was not said, and for a note. */
    party: text({ enum: ["client", "officer", "platform", "agency", "family", "other"] }),
    /** The same in free text: a name, an office. */
    partyName: sealed(),
    direction: text({ enum: ["in", "out"] }),
    /** The account of the subject that it is about. */
    accountId: uuid(),
    happenedAt: instant().notNull(),
    words: sealed().notNull(),
    agreed: sealed(),
    nextAct: sealed(),
    /** The day of the next act: a deadline until it is done. */
    nextOn: date(),
    nextDoneOn: date(),
    nextDoneBy: uuid(),
    pinnedAt: instant(),
    writtenBy: uuid().notNull(),
    writtenAt: instant().notNull(),
    changedAt: instant(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnReason: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId, t.happenedAt),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.nextDoneBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.writtenBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.withdrawnBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: every wording of a note that was saved. `visibility` and `writtenBy` are those of the note. */
export const noteVersions = app.table(
  "note_versions",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    noteId: uuid().notNull(),
    number: integer().notNull(),
    visibility: text({ enum: ["working", "supervision"] }).notNull(),
    writtenBy: uuid().notNull(),
    /** What was typed, by field, as JSON; see lib/casework/notes/types.ts. */
    body: sealed().notNull(),
    savedBy: uuid().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.noteId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.noteId], foreignColumns: [caseNotes.orgId, caseNotes.id] }),
    foreignKey({ columns: [t.orgId, t.writtenBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** What a member is typing and has not saved yet: seen by that member alone, and removed when it is saved. */
export const noteDrafts = app.table(
  "note_drafts",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    /** The note that is changed, or the id that a new one will have. */
    noteId: uuid().notNull(),
    memberId: uuid().notNull(),
    /** Counts the savings, so that two windows do not overwrite each other. */
    revision: integer().notNull(),
    body: sealed().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.noteId, t.memberId),
    index().on(t.orgId, t.caseId, t.memberId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);
