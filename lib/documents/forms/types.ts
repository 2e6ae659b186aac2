import type { FormField, FormPage, FormRemoval } from "@/lib/platform/sandbox/form-types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** A form is a few pages; a longer file is a guide, or something else. */
export const mostPages = 40;

/** In bytes. */
export const mostFormBytes = 10 * 1024 * 1024;

export const placeKinds = ["text", "tick"] as const;

/**
 * What goes on a place: a fact of the case, words that are always the same, what whoever fills it answers, or nothing,
 * because it is for the pen.
 */
export const origins = ["hand", "fact", "fixed", "asked"] as const;
type Origin = (typeof origins)[number];

/** A place on the page in millimetres, from its upper left corner as a person sees it. `page` counts from 1. */
type Box = { page: number; x: number; y: number; w: number; h: number };

/**
 * One line, box or tick of a form and what goes there. `field`: a field of the file, whose places it has; else `box`.
 * `words`: what is always written, or the question. `answer`: with which answer this box is ticked.
 */
export type Place = {
  field: string | null;
  option: string | null;
  box: Box | null;
  kind: (typeof placeKinds)[number];
  label: string;
  origin: Origin;
  fact: string | null;
  words: string | null;
  answer: string | null;
  /** Of the type, in points. */
  size: number;
  multiline: boolean;
};

/** What whoever fills a form is asked. `answers`: null for an answer in words. */
export type Question = { question: string; answers: string[] | null };

/** A form in the list of the organisation. */
export type FormRow = {
  id: string;
  version: number;
  body: string;
  name: string;
  edition: string | null;
  pages: number;
  mapped: number;
  addedBy: string;
  addedAt: Date;
  retiredAt: Date | null;
};

export type FormView = {
  id: string;
  version: number;
  body: string;
  name: string;
  edition: string | null;
  source: string | null;
  sha256: string;
  sentSha256: string;
  size: number;
  pages: FormPage[];
  fields: FormField[];
  removed: FormRemoval[];
  places: Place[];
  mapping: number;
  addedBy: string;
  addedAt: Date;
  retiredAt: Date | null;
};

/** A form that can be filled for a case. */
export type FormChoice = { id: string; body: string; name: string; edition: string | null };

/** What filling this form asks and opens. */
export type FillChoices = {
  form: FormChoice;
  questions: Question[];
  accounts: { id: string; label: string }[];
  refusals: { id: string; label: string }[];
  /** Sealed details of the client that filling opens, in words. */
  opens: string[];
};

/** What was written on a form. `missing`: places whose fact is not recorded; `byHand`: places for the pen. */
export type FilledBody = {
  entries: FilledEntry[];
  ticks: { field: string; option: string | null }[];
  emptied: string[];
  missing: string[];
  byHand: string[];
};

/** Words or a tick on one place, in points from the upper left corner of its page. */
export type FilledEntry = {
  label: string;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
  size: number;
  multiline: boolean;
  text: string;
  /** `drawn`: a cross of ours; `field`: a box of the file ticks itself. */
  tick: "drawn" | "field" | null;
};

export type FilledRow = {
  id: string;
  /** `F-01` */
  code: string;
  body: string;
  name: string;
  edition: string | null;
  version: number;
  made: boolean;
  filledBy: string;
  filledAt: Date;
  withdrawnAt: Date | null;
};

export type FilledView = FilledRow & {
  formId: string;
  formRetired: boolean;
  sha256: string | null;
  pages: number;
  /** What was written, in the order of the form; a tick says with which answer. */
  written: { label: string; page: number; text: string }[];
  missing: string[];
  byHand: string[];
  zone: string;
  on: CivilDate;
};
