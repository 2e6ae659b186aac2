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
  sources: z.array(sourceSchema).min(1),
});

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
  note: z.string().optional(),
  sources: z.array(sourceSchema).min(1),
});

export const dualCriminalitySchema = z.object({
  key: code,
  home: z.array(z.string()).min(1),
  homeNote: z.string().optional(),
  there: z.array(z.string()),
  thereText: z.string(),
  extraElement: z.string(),
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
  /** In hours for an hour limit, else in days, counted from the trigger. */
  alertsAfter: z.array(z.number().int()),
  renewal: z.object({ amount: z.number().int(), unit: z.enum(clockUnits), times: z.number().int() }).nullable(),
  /** False for law that has not commenced: the clock may be read about, never run. */
  enabled: z.boolean(),
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
  rungs: z
    .array(
      z.object({
        key: code,
        to: z.string(),
        send: z.string(),
        clock: z.string(),
        sources: z.array(sourceSchema).min(1),
      }),
    )
    .optional(),
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

export const playbookSchema = z.object({
  pair: z.string(),
  version: z.number().int().positive(),
  publishedOn: civilDate,
  home: countrySchema,
  /** `zone` is a reading aid only: a country with many zones has no one time. */
  there: countrySchema,
  levels: z.array(levelSchema).min(1),
  steps: z.record(code, stepSchema),
});

export type Mark = (typeof marks)[number];
export type LegalSource = z.output<typeof sourceSchema>;
export type Agency = z.output<typeof agencySchema>;
export type ReferenceKind = z.output<typeof referenceKindSchema>;
export type ReferenceParser = z.output<typeof parserSchema>;
export type Platform = z.output<typeof platformSchema>;
export type Offence = z.output<typeof offenceSchema>;
export type DualCriminality = z.output<typeof dualCriminalitySchema>;
export type ClockRule = z.output<typeof clockSchema>;
export type ClockKind = (typeof clockKinds)[number];
export type Prerequisite = z.output<typeof prerequisiteSchema>;
export type DoneWhen = z.output<typeof doneWhenSchema>;
export type NotNeeded = z.output<typeof notNeededSchema>;
export type StepClock = z.output<typeof stepClockSchema>;
/** What a data file writes: defaults may be left out. */
export type PlaybookDraft = z.input<typeof playbookSchema>;
export type PlaybookStepDraft = z.input<typeof stepSchema>;
export type PlaybookStep = z.output<typeof stepSchema>;
export type Crossing = z.output<typeof crossingSchema>;
export type PlaybookRow = z.output<typeof rowSchema>;
export type PlaybookLevel = z.output<typeof levelSchema>;
export type Playbook = z.output<typeof playbookSchema>;
export type Side = "home" | "there";
