import { z } from "zod";
import { civilDate, code, factSchema, onlyIn, sourceSchema } from "./source-types";

export {
  type CaseClockRule,
  caseClockSchema,
  type PairWarning,
  type Playbook,
  type PlaybookDraft,
  type PlaybookLevel,
  type PlaybookStep,
  type Prerequisite,
  playbookSchema,
  prerequisiteSchema,
  type Rung,
  type Side,
  type StepClock,
  stepSchema,
} from "./playbook-types";
export { type Fact, factSchema, type LegalSource, type Mark, marks, sourceSchema } from "./source-types";

/** The kinds of bodies in an organisation's directory. */
export const bodyKinds = [
  "police_station",
  "police_unit",
  "court",
  "prosecutor",
  "field_office",
  "state_police",
  "attorney_general",
  "victim_compensation",
  "regulator",
  "police_complaints",
  "emergency",
  "online_reports",
  "other",
] as const;

export const agencySchema = z.object({
  key: code,
  name: z.string(),
  jurisdiction: z.string(),
  /** Of an agency that is one body: its kind in the directory. Omitted for one of many, such as any court. */
  bodyKind: z.enum(bodyKinds).optional(),
  does: z.string(),
  /** An official body that only other officials may write to. */
  officialsOnly: z.boolean(),
  contacts: z.array(z.object({ label: z.string(), value: z.string(), href: z.string().optional() })),
  sources: z.array(sourceSchema).min(1),
});

/** How the text of a number is read. Numbers without a documented form are free text. */
const parserSchema = z.discriminatedUnion("shape", [
  z.object({ shape: z.literal("station_serial"), word: z.string(), notA: z.array(z.string()) }),
  /**
   * Serial and year, with or without letters in front, such as `A123/2026`. `strict`: a text without it gets a warning.
   */
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
  /** Words that may precede the number in a message; used to find it there. */
  words: z.array(z.string()),
  /** Every platform, or every body, counts for itself: two equal ids of two issuers are two numbers. */
  issuerCounts: z.enum(["platform", "body"]).optional(),
  hint: z.string(),
  example: z.string(),
  sources: z.array(sourceSchema).min(1),
});

/** The stations of a country that count numbers, by name alone. */
export const stationListSchema = z.object({
  names: z.array(z.string().min(2)).min(1),
  /** Names and spellings that older lists have; people still use them. */
  earlierNames: z.array(z.string().min(2)).default([]),
  /** A short name of a list, and the station that it means. */
  shortNames: z.record(z.string(), z.string()).default({}),
  /** Of these names: those that people bear too. */
  alsoPeople: z.array(z.string()).default([]),
  /** Of these names: those that are everyday words or well-known places elsewhere. */
  alsoWords: z.array(z.string()).default([]),
  sources: z.array(sourceSchema).min(1),
});

/** `US`: a country by its two letters. */
const country = z.string().regex(/^[A-Z]{2}$/);

export const platformSchema = z.object({
  key: code,
  name: z.string(),
  legalEntity: z.string().nullable(),
  stableIdentifier: z.string(),
  lawEnforcementPortal: z.string().nullable(),
  retention: z.string(),
  /**
   * The country of the company that holds the data: of all users, or by the country of the user. Null: no source says it.
   */
  heldIn: z
    .object({
      country: country.nullable().default(null),
      byUser: z.record(z.string(), country).default({}),
      sources: z.array(sourceSchema).min(1),
    })
    .nullable()
    .default(null),
  /** Which records exist in each class, in the company's words; null: it holds none; left out: not read. */
  gives: z
    .object({
      subscriber: z.string().min(3).nullable().optional(),
      traffic: z.string().min(3).nullable().optional(),
      content: z.string().min(3).nullable().optional(),
      sources: z.array(sourceSchema).min(1),
    })
    .nullable()
    .default(null),
  /** What the company does when it is served or notified; asked about before anything is sent. */
  notifiesSubject: z.enum(["yes", "usually", "where_law_requires", "not_stated", "operator_sees_it", "unknown"]),
  notifiesText: z.string(),
  victimRoute: z.string(),
  /** The address of the company's own report form; null if none was read. Shown as text, never a link. */
  reportPage: z.string().nullable().default(null),
  /** The fitting categories of the company's own report form, in its words; empty if none was recorded. */
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
  /** When it is worth a look: the natures of acts that may reach it, and how many such acts it takes. */
  reached: z.object({ natures: z.array(code).min(1), acts: z.number().int().positive().default(1) }).optional(),
  /** A lasting name for each element, in their order. Answers are kept under it, whatever becomes of the words. */
  elementKeys: z.array(code).default([]),
  elements: z.array(z.string()).min(1),
  maxPenalty: z.string(),
  /** The longest prison term in years; null when the court decides or the source names none. */
  maxYears: z.number().nullable(),
  inForce: z.enum(["yes", "no", "partly", "to_confirm"]),
  inForceFrom: civilDate.nullable(),
  inForceUntil: civilDate.nullable(),
  /** A crime that no act made, so it began before any act of a case and has no date. */
  commonLaw: z.boolean().optional(),
  listing: z.enum(listings).default("pickable"),
  /** It stands for laws that were not read one by one, so it says that there are some and is never named itself. */
  collective: z.boolean().optional(),
  /** The offences that took its place: it is read on older cases, and not named any more. */
  replacedBy: z.array(code).default([]),
  note: z.string().optional(),
  sources: z.array(sourceSchema).min(1),
});

/** What was read of one state's own law, so that a paper for its court is offered there and nowhere else. */
export const stateSchema = z.object({
  /** `oh` */
  key: code,
  country: z.string(),
  name: z.string(),
  order: z.string(),
  citation: z.string(),
  court: z.string(),
  form: z.string(),
  /** Where it is filed, as a sentence. */
  filed: z.string(),
  /** Before whom it is signed, as a sentence. */
  signing: z.string(),
  hearing: z.string(),
  /** Where the client must be at home to file it, when the state asks for that. */
  clientIn: onlyIn.nullable().default(null),
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

/** Pages with their own notes: what to do and what not to do about an image of a person under 18. */
const noteTopics = ["image_of_minor"] as const;

/** One agency to go to, the request to it, and the kinds of numbers it issues. */
const routeSchema = z.object({
  agency: code,
  act: z.string().min(3),
  references: z.array(code),
  sources: z.array(sourceSchema).min(1),
});

/** A body of facts that is no offence, remedy, agency or clock: a reporting path, a treaty, a form. */
export const noteSchema = z.object({
  key: code,
  section: z.string(),
  /** A country's code; empty for any. */
  jurisdiction: z.string(),
  title: z.string(),
  topic: z.enum(noteTopics).optional(),
  routes: z.array(routeSchema).optional(),
  items: z.array(factSchema).min(1),
});

/** What a statute says in its own words, for the schedule of statute texts in a packet. */
export const lawTextSchema = z.object({
  key: code,
  jurisdiction: z.string(),
  of: z.enum(["offence", "penalty", "limitation"]),
  citation: z.string(),
  /** Keys of offences. The limbs of one are meant too: `us-223h` is also `us-223h-threat`. */
  offences: z.array(code).min(1),
  /** Each paragraph of the statute is a line. */
  text: z.string().min(20),
  /** What of it was not read, as a sentence; omitted when the text is whole. */
  unread: z.string().optional(),
  sources: z.array(sourceSchema).min(1),
});

/** A process in which somebody may speak for the client only with the client's written consent. */
export const processSchema = z.object({
  key: code,
  /** A country's code; empty for any. */
  jurisdiction: z.string(),
  title: z.string(),
  why: z.string(),
  sources: z.array(sourceSchema).min(1),
});

/**
 * What satisfies an element. All the words of an element must hold; each is one of:
 * - `knowledge`: an act of the charge is recorded with what the sender knew (told to stop, blocked, replied);
 * - `course_of_conduct`: two or more acts are linked to the charge;
 * - `home_element:<key>`: facts are linked to that element of the home offence; a number counts them from 0;
 * - `act_from:<civil date>`: an act of the charge is on or after that day;
 * - `years_over:<n>`: the maximum of the offence there is known and is more than n years;
 * - `ask`: no record can tell. It stays a gap until a person links facts to it or says why it is met.
 */
const metBySchema = z
  .string()
  .regex(/^(knowledge|course_of_conduct|ask|home_element:[a-z0-9-]+|act_from:\d{4}-\d{2}-\d{2}|years_over:\d+)$/);

export const pairedElementSchema = z.object({
  /** Its lasting name; without one, its words are. */
  key: code.optional(),
  /** The element of the offence there that it explains: it is answered there, and stands once. */
  element: code.optional(),
  /** What the other country needs, in our words. */
  there: z.string().min(3),
  metBy: z.array(metBySchema).min(1),
  /** The offences there that need it; empty when all of the row do. */
  offences: z.array(code).default([]),
  sources: z.array(sourceSchema).min(1),
});

/** What may show an element: acts of the natures that reach the offence, every act, or another part of the record. */
const bearings = ["acts", "all_acts", "knowledge", "effect", "record"] as const;

/**
 * One row of the element table: elements of the home offence, those of the other country that answer them, and its
 * further needs, each by its key. Offences that share a row share the keys.
 */
const answeringSchema = z.object({
  /** Only for these offences, where the others of the row divide it in another way. */
  only: z.array(code).default([]),
  home: z.array(code).default([]),
  there: z.array(code).default([]),
  needs: z.array(code).default([]),
  bears: z.enum(bearings).default("acts"),
  /** What no case file can show, however well it is answered. */
  remains: z.string().min(3).optional(),
  /** Who can supply what is missing, or by what. */
  closes: z.string().min(3),
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
  /** Which elements of the two countries answer each other, in the order of print. */
  answers: z.array(answeringSchema).default([]),
  content: z.enum(["yes", "rarely", "no", "only_through_pattern", "if_felony", "if_fraud", "if_met"]),
  contentText: z.string(),
  sources: z.array(sourceSchema).min(1),
});

const clockKinds = ["L", "P", "D"] as const;
export const clockUnits = ["hours", "calendar_days", "working_days", "court_days", "years"] as const;

const limitSchema = z.object({ amount: z.number().int().positive(), unit: z.enum(clockUnits) });

/** The limit that counts instead at that risk of the case. Danger counts as high risk. */
const atRiskSchema = z.object({ elevated: limitSchema.optional(), high: limitSchema.optional() });

export const clockSchema = z.object({
  code: z.string(),
  title: z.string(),
  /** What starts it, in words that follow "from". */
  trigger: z.string(),
  limit: limitSchema.nullable(),
  /** Shorter for some cases, the first that fits: by the nature of an act, or where an exhibit has a web address. */
  shorter: z
    .array(
      z.object({
        /** Ends "24 hours for ..." */
        for: z.string().min(3),
        natures: z.array(code).default([]),
        liveLink: z.boolean().default(false),
        limit: limitSchema,
      }),
    )
    .default([]),
  /** Shorter the higher the risk of the case. Only for our own defaults: law and providers do not ask for the risk. */
  atRisk: atRiskSchema.optional(),
  /** What the length does not say: the document that sets the date, or a remark. Never the length itself. */
  limitNote: z.string().default(""),
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

export type Agency = z.output<typeof agencySchema>;
export type ReferenceKind = z.output<typeof referenceKindSchema>;
export type Platform = z.output<typeof platformSchema>;
export type Offence = z.output<typeof offenceSchema>;
export type StateDraft = z.input<typeof stateSchema>;
export type State = z.output<typeof stateSchema>;
export type Remedy = z.output<typeof remedySchema>;
export type LawNote = z.output<typeof noteSchema>;
export type LawText = z.output<typeof lawTextSchema>;
export type Process = z.output<typeof processSchema>;
export type StationList = z.output<typeof stationListSchema>;
export type DualCriminality = z.output<typeof dualCriminalitySchema>;
export type PairedElement = z.output<typeof pairedElementSchema>;
export type ClockRule = z.output<typeof clockSchema>;
export type ClockKind = (typeof clockKinds)[number];
export type ClockUnit = (typeof clockUnits)[number];
/** The form in a data file: defaults may be omitted. */
export type PlatformDraft = z.input<typeof platformSchema>;
export type StationListDraft = z.input<typeof stationListSchema>;
export type OffenceDraft = z.input<typeof offenceSchema>;
export type DualCriminalityDraft = z.input<typeof dualCriminalitySchema>;
export type ClockRuleDraft = z.input<typeof clockSchema>;
