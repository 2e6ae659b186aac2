import type { CivilDate } from "@/lib/platform/time/calendar";

export const noteKinds = ["note", "call", "visit", "message", "meeting"] as const;
export type NoteKind = (typeof noteKinds)[number];

/** With whom a contact was. */
export const parties = ["client", "officer", "platform", "agency", "family", "other"] as const;
export type Party = (typeof parties)[number];

export const directions = ["in", "out"] as const;
export type Direction = (typeof directions)[number];

/** Who sees a note: whoever sees the case, or its author and supervisors. */
export const visibilities = ["working", "supervision"] as const;
export type Visibility = (typeof visibilities)[number];

/** The fields of the form, as they are typed. A draft keeps them without checking them. */
export const noteFields = [
  "kind",
  "words",
  "party",
  "partyName",
  "direction",
  "when",
  "agreed",
  "nextAct",
  "nextOn",
  "accountId",
  "visibility",
  "pinned",
] as const;
type NoteField = (typeof noteFields)[number];
export type TypedNote = Partial<Record<NoteField, string>>;

/** What a version of a note said. */
export type NoteBody = {
  kind: NoteKind;
  words: string;
  party: Party | null;
  partyName: string | null;
  direction: Direction | null;
  happenedAt: string;
  agreed: string | null;
  nextAct: string | null;
  nextOn: CivilDate | null;
  accountId: string | null;
};

export type NoteView = {
  id: string;
  caseId: string;
  kind: NoteKind;
  visibility: Visibility;
  party: Party | null;
  partyName: string | null;
  direction: Direction | null;
  accountId: string | null;
  happenedAt: Date;
  /** The same on the wall of the home country: `2026-11-24T11:40`. */
  when: string;
  words: string;
  agreed: string | null;
  nextAct: string | null;
  nextOn: CivilDate | null;
  nextDoneOn: CivilDate | null;
  pinnedAt: Date | null;
  by: string;
  byId: string;
  writtenAt: Date;
  changedAt: Date | null;
  withdrawn: { at: Date; by: string; reason: string } | null;
};

export type NoteVersionView = { number: number; by: string; at: Date; body: NoteBody };

export type NotePage = {
  note: NoteView;
  /** Newest first; one for a note that was never changed. */
  versions: NoteVersionView[];
  /** The account that it is about, in words. */
  account: string | null;
  mayWithdraw: boolean;
  homeZone: string;
};

/** What the viewer is typing and has not saved. */
export type DraftView = { noteId: string; revision: number; savedAt: Date; typed: TypedNote };
