import { z } from "zod";
import { civilDate, code, factSchema, sourceSchema } from "./source-types";

const documentKind = z.string();

/** A prerequisite. `opens` ends the sentence "Opens ...". */
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

/** What completes a step automatically; any one line is enough. A step can also be completed by hand. */
const doneWhenSchema = z.discriminatedUnion("by", [
  z.object({ by: z.literal("reference"), anyOf: z.array(code).min(1) }),
  z.object({ by: z.literal("count"), of: z.enum(["exhibits", "incidents"]), atLeast: z.number().int() }),
  z.object({ by: z.literal("safe_contact") }),
  z.object({ by: z.literal("document"), document: documentKind, state: z.enum(["final", "sworn"]) }),
  z.object({ by: z.literal("submitted") }),
  z.object({ by: z.literal("outcome") }),
]);

/** What makes a step not needed, and the few words drawn in place of its state. */
const notNeededSchema = z.discriminatedUnion("when", [
  z.object({ when: z.literal("reference"), anyOf: z.array(code), say: z.string() }),
  z.object({ when: z.literal("no_danger"), say: z.string() }),
  z.object({ when: z.literal("without_trait"), trait: code, say: z.string() }),
]);

const stepClockSchema = z.object({
  code: z.string(),
  /** The record that starts it. */
  from: z.discriminatedUnion("event", [
    z.object({ event: z.literal("begun") }),
    z.object({ event: z.literal("submitted") }),
    z.object({ event: z.literal("last_contact") }),
    // The last that we know while it is with somebody else: sent, handed over, numbered, or heard.
    z.object({ event: z.literal("last_word") }),
    z.object({ event: z.literal("safe_contact") }),
    // Runs only once a date named in a document (an order, a summons) was recorded by hand.
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
  /** Who answers it, when that is somebody else than whom the step waits on. */
  waitsOn: z.string().optional(),
});

/** A clock that belongs to the whole case and to no step. */
export const caseClockSchema = z.object({
  code: z.string(),
  from: z.object({
    event: z.enum([
      "first_act",
      "last_act",
      "danger",
      "danger_review",
      "plan_review",
      "risk_review",
      "technology_review",
      "referral_accepted",
      "release",
      "capture",
      "case_opened",
    ]),
  }),
  /** Runs only on cases with this trait. */
  whenTrait: code.optional(),
  idle: z.string(),
});

const rungSchema = z.object({
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
    /** One for each platform and item: each has its own state and clock, where each platform counts its numbers. */
    many: z.boolean().optional(),
  }),
  doneWhen: z.array(doneWhenSchema).min(1),
  waitsOn: z.string(),
  clocks: z.array(stepClockSchema),
  notNeeded: z.array(notNeededSchema),
  skippable: z.boolean(),
  /** A step apart from the main ladder, so it is offered but never first. */
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

const crossingSchema = z.discriminatedUnion("kind", [
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

const rowSchema = z.object({
  home: code.optional(),
  crossing: crossingSchema.optional(),
  there: code.optional(),
  /** A sentence in the empty cell of one side. */
  note: z.object({ side: z.enum(["home", "there"]), text: z.string() }).optional(),
});

const levelSchema = z.object({ key: code, name: z.string(), rows: z.array(rowSchema).min(1) });

const countrySchema = z.object({ code: z.string(), name: z.string(), zone: z.string(), demonym: z.string() });

/**
 * What weakens a request to the other country, read from the acts of the case:
 * - `only_acts`: every act is of one of these natures; `no_acts`: none is;
 * - `single_act`: there is one act alone;
 * - `act_before`: an act is earlier than the day, and one of these offences is named there;
 * - `act_older`: an act is more than so many days old and no provider preserves anything.
 */
const pairWarningSchema = z.object({
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

export type CaseClockRule = z.output<typeof caseClockSchema>;
export type PairWarning = z.output<typeof pairWarningSchema>;
export type Rung = z.output<typeof rungSchema>;
export type Prerequisite = z.output<typeof prerequisiteSchema>;
export type StepClock = z.output<typeof stepClockSchema>;
export type PlaybookDraft = z.input<typeof playbookSchema>;
export type PlaybookStep = z.output<typeof stepSchema>;
export type PlaybookLevel = z.output<typeof levelSchema>;
export type Playbook = z.output<typeof playbookSchema>;
export type Side = "home" | "there";
