import { z } from "zod";
import { paperPartSchema } from "./snapshot-paper-parts";

/** An instant in UTC, `2026-11-24T09:40:00Z`. */
export const instant = z.iso.datetime();
/** A date on the wall, `2026-11-24`. */
export const civil = z.iso.date();

/** A statement with the codes that it rests on (I-1, E-01, R-2, ST 9, A1, L24, F6, or words). */
export const sourced = z.object({ text: z.string().min(1), sources: z.array(z.string().min(1)).min(1) });

/** What an incident holds. It drives counts, the standards and the test of a threat. */
export const incidentTags = [
  "violence",
  "property",
  "intimate_image",
  "fear",
  "gain",
  "contact",
  "impersonation",
  "insult",
] as const;

export const incidentSchema = z.object({
  code: z.string().regex(/^I-\d+$/),
  at: instant,
  /** Null when the time is not known to the second; the packet then prints the day only. */
  exact: z.boolean().default(true),
  account: z.string().nullable(),
  /** `direct message`, `public post` */
  kind: z.string().min(1),
  /** The words as sent, in the language as sent. */
  words: z.string().nullable(),
  language: z.string().nullable().default(null),
  translation: z.string().nullable().default(null),
  /** What happened, when there are no words to quote. */
  note: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  exhibits: z.array(z.string()).default([]),
  statements: z.array(z.string()).default([]),
  tags: z.array(z.enum(incidentTags)).default([]),
  /** One of the few whose words matter most. */
  key: z.boolean().default(false),
});

export const eventSchema = z.object({
  code: z.string().regex(/^C-\d+$/),
  at: instant,
  what: z.string().min(1),
  sources: z.array(z.string()).default([]),
  /** A fact that the sender knew the words were feared: told to stop, blocked, answered. */
  knowledge: z.boolean().default(false),
});

export const accountSchema = z.object({
  code: z.string().regex(/^A\d+$/),
  platform: z.string().min(1),
  /** The legal entity to which process is addressed, and the law sources that say so. */
  provider: z.object({ entity: z.string(), law: z.array(z.string()).default([]) }).nullable(),
  platformId: z.string().nullable(),
  idReadFrom: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  handles: z.array(z.object({ handle: z.string(), from: civil.nullable(), to: civil.nullable() })).default([]),
  displayNames: z.array(z.string()).default([]),
  location: z.string().nullable().default(null),
  link: z
    .object({ confidence: z.enum(["first", "high", "medium", "low"]), text: z.string() })
    .nullable()
    .default(null),
  shownBy: z.array(z.string()).default([]),
});

export const referenceTypes = [
  "cas",
  "officer",
  "ob",
  "police_report",
  "ic3",
  "platform_report",
  "preservation",
  "ncb",
  "letter_of_request",
  "central_authority",
  "oia",
  "us_case",
  "police_report",
  "court_case",
  "order",
  "other",
] as const;

export const referenceSchema = z.object({
  code: z.string().regex(/^R-\d+$/),
  type: z.enum(referenceTypes),
  label: z.string().min(1),
  state: z.enum(["issued", "not_yet_issued", "none_known", "not_applicable"]),
  number: z.string().nullable().default(null),
  /** The station that gives a number its meaning. */
  station: z.string().nullable().default(null),
  issuer: z.string().nullable().default(null),
  issuedOn: civil.nullable().default(null),
  expiresOn: civil.nullable().default(null),
  cameBy: z.string().nullable().default(null),
  proof: z.string().nullable().default(null),
  /** Who has to act before there is a number: `police only: step open`. */
  whoActs: z.string().nullable().default(null),
  accounts: z.array(z.string()).default([]),
  /** Country whose order this is, for an order of a court. */
  country: z.string().nullable().default(null),
});

export const chargeSchema = z.object({
  provision: z.string().min(1),
  maximum: z.string().min(1),
  inForceFrom: civil.nullable(),
  inForceUntil: civil.nullable().default(null),
  inForce: z.boolean().default(true),
  note: z.string().nullable().default(null),
  sources: z.array(z.string().min(1)).min(1),
});

export const droppedSchema = z.object({ provision: z.string(), reason: z.string(), source: z.string() });

export const pairSchema = z.object({
  code: z.string().regex(/^P-\d+$/),
  home: z.object({ provision: z.string(), maximum: z.string(), charge: z.string().nullable().default(null) }),
  other: z.object({
    provision: z.string(),
    maximum: z.string(),
    /** Null when the years were not verified. */
    maxYears: z.number().nullable(),
    yearsVerified: z.boolean().default(true),
    law: z.string(),
    inForceFrom: civil.nullable().default(null),
    inForceUntil: civil.nullable().default(null),
    inForce: z.boolean().default(true),
  }),
  elements: z.array(
    z.object({
      home: z.string(),
      other: z.string(),
      facts: z.string(),
      shownBy: z.array(z.string()).default([]),
      gap: z.string(),
    }),
  ),
  /** Whether content can be asked for on this pairing, in the words of the law data. */
  content: z.array(z.string()).default([]),
});

export const dataClasses = ["subscriber", "traffic", "content"] as const;

export const requestItemSchema = z.object({
  code: z.string().regex(/^Q-\d+$/),
  provider: z.string(),
  dataClass: z.enum(dataClasses),
  rows: z
    .array(
      z.object({
        accounts: z.array(z.string()).min(1),
        what: z.string().min(1),
        /** UTC; null from is the creation of the account. */
        from: instant.nullable(),
        to: instant.nullable(),
      }),
    )
    .min(1),
  why: z.string().default(""),
});

/** Facts and gap written by a person for one row of section 3; they replace those made from the record. */
export const standardNoteSchema = z.object({
  row: z.enum(["subscriber", "traffic", "content", "preservation", "emergency"]),
  facts: z.array(z.string()).default([]),
  shownBy: z.array(z.string()).default([]),
  gap: z.string().nullable().default(null),
});

export const exhibitFlags = ["needs_url", "needs_account_id", "needs_time"] as const;

export const exhibitSchema = z.object({
  code: z.string().regex(/^E-\d+$/),
  title: z.string().min(1),
  /** Incident and event codes that it shows. */
  shows: z.array(z.string()).default([]),
  capturedAt: instant.nullable(),
  method: z.string().nullable(),
  /** Who collected it, by code or role: `Client`, `S-07`. */
  collector: z.string().nullable(),
  device: z.string().nullable(),
  timeSource: z.string().nullable().default(null),
  received: z.string().nullable().default(null),
  language: z.string().nullable().default(null),
  files: z
    .array(
      z.object({
        no: z.int().min(1),
        name: z.string(),
        /** `original`, `original, sealed`, `masked copy` */
        kind: z.string(),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
  custody: z
    .array(z.object({ no: z.int(), action: z.string(), at: instant, by: z.string(), hash: z.string().nullable() }))
    .default([]),
  rehashed: z.object({ at: instant, same: z.boolean() }).nullable().default(null),
  sealed: z.boolean().default(false),
  /** A person under 18 appears: true blocks the packet, null was not answered. */
  minor: z.boolean().nullable().default(null),
  flags: z.array(z.enum(exhibitFlags)).default([]),
  /** How the pages that follow came to be, and what is not shown. */
  pageNote: z.string().nullable().default(null),
});

/** Why a bureau may process data: RPD Art 10(2), in our words. One message states one. */
export const ncbPurposes = ["locate", "identify", "obtain_information", "support_investigation", "warn"] as const;

/** What is asked of a National Central Bureau. What is not written is null, and the briefing prints a ruled blank. */
export const ncbSchema = z.object({
  purpose: z.enum(ncbPurposes).nullable(),
  action: z.string().nullable(),
  by: civil.nullable(),
  priority: z.enum(["normal", "urgent"]),
  conditions: z.string().nullable(),
  level: z.enum(["official", "restricted", "confidential"]),
  /** The bureaus as the law data names them; empty when it names none. */
  from: z.string().default(""),
  to: z.string().default(""),
  /** Numbers that either bureau or its country gave, by their code in the register. */
  ownReference: z.string().nullable().default(null),
  otherReference: z.string().nullable().default(null),
});

/** The five things that a provider asks before it discloses in an emergency. */
export const emergencySchema = z.object({
  who: z.string().nullable(),
  nature: z.string().nullable(),
  whyNow: z.string().nullable(),
  data: z.string().nullable(),
  noTime: z.string().nullable(),
  sources: z.array(z.string().min(1)).min(1),
});

/** What an officer asks a provider to keep, for one account, with the clocks that follow from the day of the letter. */
export const preservationSchema = z.object({
  letterOn: civil,
  rows: z.array(
    z.object({
      account: z.string(),
      entity: z.string().nullable(),
      /** Where police write to, as the provider names it. */
      route: z.string().nullable(),
      law: z.array(z.string()).default([]),
      types: z.array(z.string()).min(1),
      /** Which identifiers the provider asks for, and how long it keeps what. */
      asks: z.string().nullable().default(null),
      retention: z.string().nullable().default(null),
      from: instant.nullable(),
      to: instant.nullable(),
      state: z.enum(["not_asked", "asked", "kept", "expired"]),
      sentOn: civil.nullable(),
      reference: z.string().nullable(),
      /** The last day on which an extension is best asked for, the end of the first and of the second period. */
      extendBy: civil.nullable(),
      expiresOn: civil.nullable(),
      secondExpiresOn: civil.nullable(),
      notifies: z.string().nullable(),
      /** Codes or words with marks that the days above were reckoned by. */
      clocks: z.array(z.string()).default([]),
    }),
  ),
  /** Days of the first period, as the letter asks for them; null when no rule gives them. */
  days: z.int().positive().nullable().default(null),
  /** When kept data may be gone before the request is answered. */
  forecast: sourced.nullable(),
});

/** A refusal that is complained about. The officer who refused is named as recorded; witnesses by code or role. */
export const refusalSchema = z.object({
  code: z.string().regex(/^RF-\d+$/),
  step: z.string(),
  office: z.string(),
  officer: z.string().nullable(),
  forceNumber: z.string().nullable(),
  at: instant,
  zone: z.string(),
  words: z.string().nullable(),
  /** Says that some are recorded, never who: names are in the sealed annex. */
  witnesses: z.string().nullable(),
  /** What the office was asked to do. */
  asked: sourced.nullable().default(null),
  /** The process that asks for the client's written consent, where the rung at hand or the next does. */
  needsAuthority: z.string().nullable().default(null),
  basis: z.array(sourced).default([]),
  proof: z.string().nullable(),
  rungs: z
    .array(
      z.object({
        title: z.string(),
        who: z.string(),
        state: z.enum(["before", "here", "next"]),
        since: civil.nullable(),
        due: civil.nullable(),
        note: z.string().nullable(),
        sources: z.array(z.string()).min(1),
      }),
    )
    .default([]),
  /** The client's written authority to complain for them: process, signed, until. */
  authority: z
    .object({ title: z.string(), signedOn: civil, expiresOn: civil.nullable(), exhibit: z.string().nullable() })
    .nullable(),
});

/** A paper of the case: a statement, a letter, a complaint. `text` is there when the packet prints it in full. */
export const paperSchema = z.object({
  code: z.string().regex(/^D-\d+$/),
  title: z.string(),
  kind: z.string(),
  state: z.enum(["draft", "final", "sworn", "withdrawn"]),
  version: z.int().min(1),
  finalOn: civil.nullable(),
  swornOn: civil.nullable(),
  sentOn: civil.nullable(),
  /** The exhibit that holds the signed or sworn paper. */
  exhibit: z.string().nullable(),
  annexures: z.array(z.string()).default([]),
  /** What it is for: the refusal of this packet, or nothing special. */
  about: z.enum(["statement", "refusal", "other"]).default("other"),
  /** Its words, with protected values replaced by the client's code; null when it is only listed. */
  text: z
    .object({ addressee: z.array(z.string()), title: z.string(), parts: z.array(paperPartSchema) })
    .nullable()
    .default(null),
});

export const releaseSchema = z.object({
  code: z.string().regex(/^REL-\d+$/),
  receiver: z.string(),
  roles: z.array(z.string()).default([]),
  items: z.string(),
  exhibits: z.array(z.string()).default([]),
  signedOn: civil,
  expiresOn: civil.nullable(),
  revokedOn: civil.nullable().default(null),
  crossBorderBasis: z.string().nullable().default(null),
  /** Whether it lets the receiver know who and where the client is. */
  identity: z.boolean().default(false),
});
