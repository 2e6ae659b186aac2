import { z } from "zod";

/** How sure we are: primary text, secondary text, the customer's guide, general knowledge, to confirm. */
export const marks = ["V", "V2", "S", "G", "C"] as const;
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Where a legal or practical fact comes from. No fact is shown without one. */
export const sourceSchema = z.object({
  text: z.string().min(3),
  source: z.string().min(3),
  marks: z.array(z.enum(marks)).min(1),
  checkedOn: civilDate,
});

const code = z.string().regex(/^[a-z0-9_-]+$/);

/** One fact in our words, with where it was read. A page shows it with its marks. */
export const factSchema = z.object({ text: z.string().min(3), sources: z.array(sourceSchema).min(1) });

export const agencySchema = z.object({
  key: code,
  name: z.string(),
  jurisdiction: z.string(),
  does: z.string(),
  /** An official body that only other officials may write to. */
  officialsOnly: z.boolean(),
  contacts: z.array(z.object({ label: z.string(), value: z.string(), href: z.string().optional() })),
  sources: z.array(sourceSchema).min(1),
});

/** How the text of a number is read. Numbers without a documented form are free text. */
export const parserSchema = z.discriminatedUnion("shape", [
  z.object({ shape: z.literal("station_serial"), word: z.string(), notA: z.array(z.string()) }),
  /** Serial and year with letters or none before, such as `A123/2026`. `strict`: a text without it is asked about. */
  z.object({ shape: z.literal("serial_year"), maxLength: z.number().int().positive(), strict: z.boolean() }),
  z.object({ shape: z.literal("free_text"), maxLength: z.number().int().positive() }),
]);

export const referenceKindSchema = z.object({
  key: code,
  label: z.string(),
  short: z.string(),
  issuer: z.string(),
  jurisdiction: z.string(),
  parser: parserSchema,
  /** Words that may stand before the number in a message; used to find it there. */
  words: z.array(z.string()),
  /** Every platform, or every body, counts for itself: two equal ids of two issuers are two numbers. */
  issuerCounts: z.enum(["platform", "body"]).optional(),
  hint: z.string(),
  example: z.string(),
  sources: z.array(sourceSchema).min(1),
});

export const platformSchema = z.object({
  key: code,
  name: z.string(),
  legalEntity: z.string().nullable(),
  stableIdentifier: z.string(),
  lawEnforcementPortal: z.string().nullable(),
  retention: z.string(),
  /** What the company does when it is served or told; asked about before anything is sent. */
  notifiesSubject: z.enum(["yes", "usually", "where_law_requires", "not_stated", "operator_sees_it", "unknown"]),
  notifiesText: z.string(),
  victimRoute: z.string(),
  /** The categories of its own report form that fit, as the company names them; empty when none was captured. */
  reportCategories: z.array(z.string()).default([]),
  /** What an officer must know before writing to it, and what else was read about it. */
  facts: z.array(factSchema).default([]),
  sources: z.array(sourceSchema).min(1),
});

/** `do_not_list`: no longer law; `watch`: passed, its start is not known. Both are shown as such and never picked. */
export const listings = ["pickable", "do_not_list", "watch"] as const;

export const offenceSchema = z.object({
  key: code,
  code: z.string(),
  jurisdiction: z.string(),
  title: z.string(),
  citation: z.string(),
  elements: z.array(z.string()).min(1),
  maxPenalty: z.string(),
  /** The longest prison term in years; null when the court decides or the source names none. */
  maxYears: z.number().nullable(),
  inForce: z.enum(["yes", "no", "partly", "to_confirm"]),
  inForceFrom: civilDate.nullable(),
  inForceUntil: civilDate.nullable(),
  listing: z.enum(listings).default("pickable"),
  note: z.string().optional(),
  sources: z.array(sourceSchema).min(1),
});

/** A civil or administrative remedy, or a power of police and courts, with each of its rules. */
export const remedySchema = z.object({
  key: code,
  kind: z.enum(["remedy", "power"]),
  jurisdiction: z.string(),
  title: z.string(),
  citation: z.string(),
  rules: z.array(factSchema).min(1),
  inForce: z.enum(["yes", "no", "partly", "to_confirm"]),
  inForceFrom: civilDate.nullable(),
  inForceUntil: civilDate.nullable(),
  sources: z.array(sourceSchema).min(1),
});

/** A body of facts that is no offence, remedy, agency or clock: a reporting path, a treaty, a form. */
export const noteSchema = z.object({
  key: code,
  section: z.string(),
  jurisdiction: z.string(),
  title: z.string(),
  items: z.array(factSchema).min(1),
});

/** A process that takes somebody's word for the client only with the client's written consent. */
export const processSchema = z.object({
  key: code,
  /** A country's code; empty for any. */
  jurisdiction: z.string(),
  title: z.string(),
  why: z.string(),
  sources: z.array(sourceSchema).min(1),
});

/**
 * What meets an element. All the words of an element must hold; each is one of:
 * - `knowledge`: an act of the charge is recorded with what the sender knew (told to stop, blocked, replied);
 * - `course_of_conduct`: two or more acts are tied to the charge;
 * - `home_element:<n>`: facts are tied to that element of the home offence, counted from 0;
 * - `act_from:<civil date>`: an act of the charge is as late as that day;
 * - `years_over:<n>`: the maximum of the offence there is known and is more than n years;
 * - `ask`: no record can tell. It stays a gap until a person ties facts to it or says why it is met.
 */
export const metBySchema = z
  .string()
  .regex(/^(knowledge|course_of_conduct|ask|home_element:\d+|act_from:\d{4}-\d{2}-\d{2}|years_over:\d+)$/);

export const pairedElementSchema = z.object({
  /** What the other country needs, in our words. */
  there: z.string().min(3),
  metBy: z.array(metBySchema).min(1),
  /** The offences there that need it; empty when all of the row do. */
  offences: z.array(code).default([]),
  sources: z.array(sourceSchema).min(1),
});

export const dualCriminalitySchema = z.object({
  key: code,
  home: z.array(z.string()).min(1),
  homeNote: z.string().optional(),
  there: z.array(z.string()),
  thereText: z.string(),
  extraElement: z.string(),
  /** The same, element by element, so that a page can show what is met and what is still needed. */
  elements: z.array(pairedElementSchema).default([]),
  content: z.enum(["yes", "rarely", "no", "only_through_pattern", "if_felony", "if_fraud", "if_met"]),
  contentText: z.string(),
  sources: z.array(sourceSchema).min(1),
});

export const clockKinds = ["L", "P", "D"] as const;
export const clockUnits = ["hours", "calendar_days", "working_days", "court_days", "years"] as const;

export const clockSchema = z.object({
  code: z.string(),
  title: z.string(),
  /** What starts it, in words that follow "from". */
  trigger: z.string(),
  limit: z.object({ amount: z.number().int().positive(), unit: z.enum(clockUnits) }).nullable(),
  limitText: z.string(),
  kind: z.enum(clockKinds),
  /** `not_before` is the earliest day, not a deadline; `lapse` is when something is lost. */
  sense: z.enum(["deadline", "not_before", "lapse", "follow_up"]),
  /** Which country's holidays count; empty when none do. */
  calendar: z.string(),
  /** In hours for an hour limit, else in days, counted from the trigger; below zero, before the end. */
  alertsAfter: z.array(z.number().int()),
  renewal: z.object({ amount: z.number().int(), unit: z.enum(clockUnits), times: z.number().int() }).nullable(),
  /** False for law that has not commenced: the clock may be read about, never run. */
  enabled: z.boolean(),
  /** A person starts it, because no record of ours is its trigger. */
  byHand: z.boolean().default(false),
  /** It runs for each account that a provider preserves, on these platforms; none named: on any. */
  perAccount: z.boolean().default(false),
  platforms: z.array(code).default([]),
  afterwards: z.string(),
  sources: z.array(sourceSchema).min(1),
});

const documentKind = z.string();

/** What must be true first. `opens` ends the sentence "Opens ...". */
export const prerequisiteSchema = z.intersection(
  z.object({ opens: z.string() }),
  z.discriminatedUnion("need", [
    z.object({ need: z.literal("reference"), anyOf: z.array(code).min(1) }),
    z.object({ need: z.literal("no_reference"), anyOf: z.array(code).min(1) }),
    z.object({
      need: z.literal("count"),
      of: z.enum(["exhibits", "incidents", "subjectsWithAccountId"]),
      atLeast: z.number().int(),
    }),
    z.object({ need: z.literal("safe_contact") }),
    z.object({ need: z.literal("step"), step: code, at: z.enum(["begun", "submitted", "done"]) }),
    z.object({ need: z.literal("packet"), packet: code, at: z.enum(["approved", "handed_over"]) }),
  ]),
);

/** What completes a step by itself; any one line is enough. A step can also be completed by hand. */
export const doneWhenSchema = z.discriminatedUnion("by", [
  z.object({ by: z.literal("reference"), anyOf: z.array(code).min(1) }),
  z.object({ by: z.literal("count"), of: z.enum(["exhibits", "incidents"]), atLeast: z.number().int() }),
  z.object({ by: z.literal("safe_contact") }),
  z.object({ by: z.literal("document"), document: documentKind, state: z.enum(["final", "sworn"]) }),
  z.object({ by: z.literal("submitted") }),
  z.object({ by: z.literal("outcome") }),
]);

/** What makes a step not needed, and the few words drawn in place of its state. */
export const notNeededSchema = z.discriminatedUnion("when", [
  z.object({ when: z.literal("reference"), anyOf: z.array(code), say: z.string() }),
  z.object({ when: z.literal("no_danger"), say: z.string() }),
  z.object({ when: z.literal("without_trait"), trait: code, say: z.string() }),
]);

export const stepClockSchema = z.object({
  code: z.string(),
  /** The record that starts it. */
  from: z.discriminatedUnion("event", [
    z.object({ event: z.literal("begun") }),
    z.object({ event: z.literal("submitted") }),
    z.object({ event: z.literal("last_contact") }),
    z.object({ event: z.literal("safe_contact") }),
    // Runs only once a date that stands on a paper (an order, a summons) was recorded by hand.
    z.object({ event: z.literal("date_on_paper") }),
    z.object({ event: z.literal("reference"), anyOf: z.array(code).min(1) }),
    z.object({ event: z.literal("handed_over"), packet: code }),
  ]),
  /** What stops it; a `standing` clock runs on after the step is done. */
  until: z.enum(["begun", "submitted", "done", "standing"]).default("done"),
  /** The few words on a card before the clock runs. */
  idle: z.string(),
  /** The words before a date that was recorded by hand, such as "Return date". */
  dateWord: z.string().optional(),
});

/** A clock that belongs to the whole case and to no step. */
export const caseClockSchema = z.object({
  code: z.string(),
  from: z.object({
    event: z.enum(["first_act", "last_act", "danger", "release", "capture", "case_opened"]),
  }),
  /** Runs only on cases with this trait. */
  whenTrait: code.optional(),
  idle: z.string(),
});

export const rungSchema = z.object({
  key: code,
  to: z.string(),
  send: z.string(),
  /** How long to wait, in words. */
  clock: z.string(),
  /** The rule that counts it; absent where no time is set. */
  clockCode: z.string().optional(),
  /** The kind of paper that is drafted for this rung. */
  document: code.optional(),
  /** The process that asks for the client's written consent when somebody else complains. */
  authority: code.optional(),
  sources: z.array(sourceSchema).min(1),
});

export const stepSchema = z.object({
  key: code,
  title: z.string(),
  side: z.enum(["home", "there"]),
  /** The act in the imperative, as the next best step is headed. */
  act: z.string(),
  actWhenOverdue: z.string().optional(),
  /** One short fact for the card until there is a better one. */
  summary: z.string(),
  whoMaySend: z.string(),
  whoIcon: z.enum(["user", "users", "lock"]),
  sendableByUs: z.boolean(),
  prerequisites: z.array(prerequisiteSchema),
  produces: z.object({
    references: z.array(code),
    exhibits: z.boolean().optional(),
    document: documentKind.optional(),
    packet: code.optional(),
    many: z.boolean().optional(),
  }),
  doneWhen: z.array(doneWhenSchema).min(1),
  waitsOn: z.string(),
  clocks: z.array(stepClockSchema),
  notNeeded: z.array(notNeededSchema),
  skippable: z.boolean(),
  /** A step that is done beside the main climb, so it is offered but never first. */
  optional: z.boolean(),
  /** When the level counts as climbed by this step; absent when the level does not hang on it. */
  climbs: z.enum(["begun", "submitted", "done"]).optional(),
  notifiesSubject: z.string().nullable(),
  agencies: z.array(code),
  guidance: z.array(z.string()).min(2),
  ifStalled: z.string(),
  ifRefused: z.string(),
  /** It asks for removal: warn when nothing is preserved. */
  removesContent: z.boolean().default(false),
  /** A person in office may refuse here; who refused, and how, is then recorded. */
  refusable: z.boolean().default(false),
  rungs: z.array(rungSchema).optional(),
  /** What to say to somebody who will not do their part, there and then; each with where it was read. */
  onTheSpot: z.array(factSchema).default([]),
  sources: z.array(sourceSchema).min(1),
});

export const crossingSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("direct"), label: z.string() }),
  z.object({
    kind: z.literal("bridge"),
    sign: z.enum(["lock", "landmark"]),
    title: z.string(),
    later: z.string(),
    open: z.string(),
    crossed: z.string(),
  }),
]);

export const rowSchema = z.object({
  home: code.optional(),
  crossing: crossingSchema.optional(),
  there: code.optional(),
  /** A sentence in the empty cell of one side. */
  note: z.object({ side: z.enum(["home", "there"]), text: z.string() }).optional(),
});

export const levelSchema = z.object({ key: code, name: z.string(), rows: z.array(rowSchema).min(1) });

const countrySchema = z.object({ code: z.string(), name: z.string(), zone: z.string(), demonym: z.string() });

/**
 * What weakens a request to the other country, read from the acts of the case:
 * - `only_acts`: every act is of one of these natures; `no_acts`: none is;
 * - `single_act`: there is one act alone;
 * - `act_before`: an act is earlier than the day, and one of these offences is named there;
 * - `act_older`: an act is more than so many days old and no provider preserves anything.
 */
export const pairWarningSchema = z.object({
  key: code,
  when: z.discriminatedUnion("is", [
    z.object({ is: z.literal("only_acts"), natures: z.array(code).min(1) }),
    z.object({ is: z.literal("no_acts"), natures: z.array(code).min(1) }),
    z.object({ is: z.literal("single_act") }),
    z.object({ is: z.literal("act_before"), day: civilDate, offences: z.array(code).min(1) }),
    z.object({ is: z.literal("act_older"), days: z.number().int().positive() }),
  ]),
  text: z.string().min(3),
  /** What to collect, or the question that only a person can answer. */
  todo: z.string().min(3),
  sources: z.array(sourceSchema).min(1),
});

export const playbookSchema = z.object({
  pair: z.string(),
  version: z.number().int().positive(),
  publishedOn: civilDate,
  home: countrySchema,
  /** `zone` is a reading aid only: a country with many zones has no one time. */
  there: countrySchema,
  levels: z.array(levelSchema).min(1),
  caseClocks: z.array(caseClockSchema).default([]),
  warnings: z.array(pairWarningSchema).default([]),
  steps: z.record(code, stepSchema),
});

export type Mark = (typeof marks)[number];
export type LegalSource = z.output<typeof sourceSchema>;
export type Fact = z.output<typeof factSchema>;
export type Agency = z.output<typeof agencySchema>;
export type ReferenceKind = z.output<typeof referenceKindSchema>;
export type ReferenceParser = z.output<typeof parserSchema>;
export type Platform = z.output<typeof platformSchema>;
export type Offence = z.output<typeof offenceSchema>;
export type Remedy = z.output<typeof remedySchema>;
export type LawNote = z.output<typeof noteSchema>;
export type Process = z.output<typeof processSchema>;
export type DualCriminality = z.output<typeof dualCriminalitySchema>;
export type PairWarning = z.output<typeof pairWarningSchema>;
export type PairedElement = z.output<typeof pairedElementSchema>;
export type ClockRule = z.output<typeof clockSchema>;
export type CaseClockRule = z.output<typeof caseClockSchema>;
export type Rung = z.output<typeof rungSchema>;
export type ClockKind = (typeof clockKinds)[number];
export type Prerequisite = z.output<typeof prerequisiteSchema>;
export type DoneWhen = z.output<typeof doneWhenSchema>;
export type NotNeeded = z.output<typeof notNeededSchema>;
export type StepClock = z.output<typeof stepClockSchema>;
/** What a data file writes: defaults may be left out. */
export type PlatformDraft = z.input<typeof platformSchema>;
export type OffenceDraft = z.input<typeof offenceSchema>;
export type DualCriminalityDraft = z.input<typeof dualCriminalitySchema>;
export type ClockRuleDraft = z.input<typeof clockSchema>;
export type PlaybookDraft = z.input<typeof playbookSchema>;
export type PlaybookStepDraft = z.input<typeof stepSchema>;
export type PlaybookStep = z.output<typeof stepSchema>;
export type Crossing = z.output<typeof crossingSchema>;
export type PlaybookRow = z.output<typeof rowSchema>;
export type PlaybookLevel = z.output<typeof levelSchema>;
export type Playbook = z.output<typeof playbookSchema>;
export type Side = "home" | "there";
