import { z } from "zod";
import { answers } from "@/lib/casework/danger/types";
import { findings } from "@/lib/evidence/clearances/types";
import { unreadReasons } from "@/lib/platform/sandbox/unread-reasons";

/** An instant in UTC, `2026-11-24T09:40:00Z`. */
export const instant = z.iso.datetime();
/** A date on the wall, `2026-11-24`. */
export const civil = z.iso.date();

/** A statement with the codes that it rests on (I-1, E-01, R-2, ST 9, A1, L24, F6, or words). */
export const sourced = z.object({ text: z.string().min(1), sources: z.array(z.string().min(1)).min(1) });

/**
 * Whether there is danger, as a named person answered it for the acts whose words raised the question. `open`: acts that
 * no answer covers, and `flagged`: the case was marked as in danger since; nothing is built while either stands.
 */
export const dangerSchema = z.object({
  asked: z.boolean(),
  acts: z
    .array(
      z.object({
        incident: z.string().regex(/^I-\d+$/),
        at: instant,
        /** The passages that raised the question, as they were sent. */
        words: z.array(z.string()).default([]),
        /** The same of what was written about the act. */
        note: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  open: z.array(z.string()).default([]),
  flagged: z.boolean().default(false),
  answer: z.enum(answers).nullable().default(null),
  assessedAt: instant.nullable().default(null),
  /** By code: `S-02`. */
  assessedBy: z.string().nullable().default(null),
  reason: z.string().nullable().default(null),
  steps: z.array(z.object({ what: z.string().min(1), at: instant.nullable() })).default([]),
  /** The day by which somebody looks again. */
  reviewOn: civil.nullable().default(null),
});

/** What words mean in English. `whole`: it is of the passage in which they stand, and not of them alone. */
export const englishSchema = z.object({
  text: z.string().min(1),
  sworn: z.boolean(),
  whole: z.boolean().default(false),
});

/** What an incident contains. Determines counts, the standards and the test of a threat. */
export const incidentTags = [
  "violence",
  "property",
  "intimate_image",
  "image_shared",
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
  english: englishSchema.nullable().default(null),
  /** What happened, when there are no words to quote. */
  note: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  exhibits: z.array(z.string()).default([]),
  statements: z.array(z.string()).default([]),
  tags: z.array(z.enum(incidentTags)).default([]),
  /** What it shows that the sender knew, in words: `told to stop`. */
  knowledge: z.string().nullable().default(null),
  /** One of the few whose words matter most. */
  key: z.boolean().default(false),
});

export const eventSchema = z.object({
  code: z.string().regex(/^C-\d+$/),
  at: instant,
  what: z.string().min(1),
  sources: z.array(z.string()).default([]),
  /** A fact showing the sender knew the words were feared: told to stop, blocked, answered. */
  knowledge: z.boolean().default(false),
  /** Which of these, as `told to stop`; null in older snapshots. */
  shows: z.string().nullable().default(null),
});

export const accountSchema = z.object({
  code: z.string().regex(/^A\d+$/),
  platform: z.string().min(1),
  /** The legal entity to which process is addressed, and the law sources that say so. */
  provider: z.object({ entity: z.string(), law: z.array(z.string()).default([]) }).nullable(),
  platformId: z.string().nullable(),
  /** `phone`: the number is the id, and there is no web address. */
  idIs: z.enum(["phone"]).nullable().default(null),
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

/** The register's text for a report that its platform has not answered. */
export const noAnswer = "no answer yet";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the release that built a version printed for it, as hashes: `hashLayout`. */
export const layoutSchema = z.object({ served: hash, letters: hash });
export type Layout = z.output<typeof layoutSchema>;

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
  /** A platform's answer to a report, and its date; null for every other number. */
  answer: z.string().nullable().default(null),
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
  /** Law that never began by a statute: no date of commencement is missing. */
  commonLaw: z.boolean().default(false),
  note: z.string().nullable().default(null),
  sources: z.array(z.string().min(1)).min(1),
});

/** A statute in its own words. `unread`: what of it was not read; null when the text is whole. */
export const statuteSchema = z.object({
  of: z.enum(["offence", "penalty", "limitation"]),
  citation: z.string().min(1),
  text: z.string().min(1),
  unread: z.string().nullable().default(null),
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
    /** Left out in older snapshots, which nobody asked since when the other country's law has been in force. */
    commonLaw: z.boolean().optional(),
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
  /** Whether content can be requested on this pairing, in the words of the law data. */
  content: z.array(z.string()).default([]),
});

/** Words that bear on an element: whose, when, and where they stand. `what` says what happened where there are none. */
const lawFactSchema = z.object({
  /** The act or event, `I-1`, `C-2`; null for a line of a transcript, an exhibit or an account alone. */
  incident: z.string().nullable(),
  account: z.string().nullable(),
  by: z.enum(["client", "sender"]).nullable(),
  at: instant.nullable(),
  words: z.string().nullable(),
  what: z.string().nullable(),
  /** The paragraph of the sworn statement, if it is known. */
  statement: z.string().nullable().default(null),
  exhibit: z.string().nullable(),
  /** The number of the message in the transcript of that exhibit. */
  message: z.int().nullable().default(null),
  english: englishSchema.nullish(),
});

const lawElementSchema = z.object({ offence: z.string(), element: z.string(), text: z.string() });

/** The element table and what belongs to it, frozen. */
export const lawSchema = z.object({
  /** The rows of every pairing in turn; `pair` is its code. An element stands once in a pairing. */
  rows: z.array(
    z.object({
      pair: z.string().regex(/^P-\d+$/),
      home: lawElementSchema.nullable(),
      there: lawElementSchema.nullable(),
      facts: z.array(lawFactSchema),
      /** Acts that may bear on it and are not relied on, with the reason. */
      declined: z.array(z.object({ incident: z.string(), why: z.string() })).default([]),
      /** Acts that may bear on it and nobody decided about: for the sender, never printed. */
      undecided: z.array(z.string()).default([]),
      note: z.string(),
      gap: z.object({ text: z.string(), closes: z.string() }).nullable(),
    }),
  ),
  /** What the sender was told and did after it, from the whole record, in order of time. `kind`: `told to stop`. */
  knowledge: z.array(lawFactSchema.extend({ kind: z.string() })),
  /** Offences that were considered and are not relied on. */
  considered: z.array(z.object({ offence: z.string(), citation: z.string(), why: z.string() })),
  /** Offences that the acts may reach and nobody looked at: for the sender, never printed. */
  unconsidered: z.array(z.object({ citation: z.string(), acts: z.array(z.string()) })).default([]),
});

export const dataClasses = ["subscriber", "traffic", "content"] as const;

export const requestItemSchema = z.object({
  code: z.string().regex(/^Q-\d+$/),
  provider: z.string(),
  dataClass: z.enum(dataClasses),
  rows: z
    .array(
      z.object({
        accounts: z.array(z.string()),
        what: z.string().min(1),
        /** UTC; null from is the creation of the account, null to the day of the answer. */
        from: instant.nullable(),
        to: instant.nullable(),
      }),
    )
    .min(1),
  why: z.string().default(""),
});

/** One thing asked of one holder for one time: what the brief prints as a row. */
export const askItemSchema = z.object({
  no: z.int().min(1),
  /** The kind of assistance, by its key in the law data: `provider-traffic`, `number-registration`. */
  kind: z.string().min(1),
  /** `Log-in and session records` */
  title: z.string().min(1),
  /** `name` is the service or the office, `entity` the legal entity that process is addressed to, `law` who says so. */
  holder: z.object({
    name: z.string().min(1),
    entity: z.string().nullable(),
    country: z.string().nullable(),
    law: z.array(z.string()).default([]),
  }),
  accounts: z.array(z.string()).default([]),
  /** What the holder finds it by: the platform id with the handle, the number, the address. */
  identifier: z.string().nullable(),
  class: z.enum(dataClasses).nullable(),
  records: z.string().min(1),
  /** UTC; null where no time is asked for. */
  from: z.union([z.literal("creation"), instant]).nullable(),
  to: z.union([z.literal("answer"), instant]).nullable(),
  process: z.object({ text: z.string().min(1), law: z.array(z.string()).default([]) }),
  standard: z.string().nullable().default(null),
  because: z.object({ incidents: z.array(z.string()).default([]), text: z.string().min(1) }),
  /** Why the time is another than the one around the acts, as a person wrote; null: it is as proposed. */
  changed: z.string().nullable().default(null),
  /** A point of law behind it that nobody has read: for us to close, printed to no receiver. */
  unread: z.string().nullable().default(null),
});

/** What the record does not hold: for the receiver to know what follows, or for the sender to put right. */
export const askGapSchema = z.object({
  for: z.enum(["receiver", "sender"]),
  kind: z.string(),
  accounts: z.array(z.string()).default([]),
  text: z.string().min(1),
});

/** Facts and gap written by a person for one row of section 3; they replace those made from the record. */
export const standardNoteSchema = z.object({
  row: z.enum(["subscriber", "traffic", "content", "preservation", "emergency"]),
  facts: z.array(z.string()).default([]),
  shownBy: z.array(z.string()).default([]),
  gap: z.string().nullable().default(null),
});

const exhibitFlags = ["needs_url", "needs_account_id", "needs_time"] as const;

/** A page from 1, or 0 for a file that travels and is not drawn, with the hash of what represents it. */
/** What a machine read in a picture: words, no words, or why it could not be read; `not_pictured`: the file itself. */
const waysRead = ["words", "no_words", "not_pictured", "not_yet", ...unreadReasons] as const;

const pictureSchema = z.object({
  page: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Left out until the packet is built, and in older snapshots. */
  read: z.enum(waysRead).optional(),
  /** What it tells of the client without naming them, as a machine reads it. */
  tells: z.array(z.enum(["town", "sex"])).optional(),
  /** The person who checked it before it left, by code. */
  look: z
    .object({ by: z.string(), at: instant, found: z.enum(findings) })
    .nullable()
    .default(null),
});

/**
 * The printed text of a chat, mail or text file. The client's own values are covered by `[client’s name]` and the like,
 * and the client writes as `Client`.
 */
export const transcriptSchema = z.object({
  of: z.enum(["chat", "mail", "text"]),
  /** The zone in which times without a zone were read (IANA); null when the file has no times. */
  zone: z.string().nullable(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  /** The servers on the way of a mail, the first one first: what each saw, apart from what was claimed. */
  hops: z
    .array(
      z.object({
        at: z.string().nullable(),
        by: z.string().nullable(),
        seen: z.string().nullable(),
        claimed: z.string().nullable(),
      }),
    )
    .default([]),
  /** What was not certain about reading it, as sentences. */
  notes: z.array(z.string()).default([]),
  rows: z.array(
    z.object({
      /** The place in the file from 1: of a message, or of a line. */
      no: z.int().min(1),
      at: instant.nullable(),
      /** The time as written in the file. */
      stamp: z.string().nullable(),
      by: z.string().nullable(),
      words: z.string(),
      /** The act that this message is. */
      incident: z.string().nullable(),
      /** A person covered words of it, and nothing else of it can be read. */
      hidden: z.boolean().default(false),
    }),
  ),
  attachments: z
    .array(
      z.object({
        name: z.string(),
        mime: z.string(),
        bytes: z.int().min(0),
        /** Of the file before it was packed into the mail; null if not computed. */
        sha256: z.string().nullable().default(null),
      }),
    )
    .default([]),
  /** How many messages or lines the file has, as far as it was read. */
  total: z.int().min(0),
  /** Not everything that was read is printed. */
  cut: z.boolean(),
  /** Kinds of values that were covered: `name`, `address`. */
  covered: z.array(z.string()).default([]),
  /** Words covered by a person: what replaces them, why, in which role, and how often. */
  masked: z
    .array(z.object({ says: z.string(), why: z.string().nullable(), by: z.string(), times: z.int().min(0) }))
    .default([]),
  /** The covers that were searched for, by id. */
  covers: z.array(z.uuid()).default([]),
});

/** A translation into English of words of an exhibit, covered as the words are, with the standing of who made it. */
const translationSchema = z.object({
  of: z.enum(["message", "line", "page"]),
  from: z.int().min(1),
  to: z.int().min(1),
  language: z.string().min(1),
  /** The words as they stand in the exhibit. */
  original: z.string(),
  words: z.string().min(1),
  /** By code, which the key in the sealed annex resolves: `TR-1`. */
  by: z.string().regex(/^TR-\d+$/),
  sworn: z.boolean(),
  /** Who admitted the translator. */
  standing: z.string().nullable().default(null),
  on: civil.nullable().default(null),
  /** The exhibit that is the signed translation. */
  signed: z.string().nullable().default(null),
  /** Entered for a reading of the file that is not the newest: its numbers may mean other words, so it is not printed. */
  stale: z.boolean().default(false),
  /** How many words of the typed original a machine reads only under a mask. */
  underMask: z.int().min(0).default(0),
});

/** What is said in a recording, written down by hand, and covered as the words of any exhibit are. */
const spokenSchema = z.object({
  language: z.string().min(1),
  /** The hash of the recording that was listened to. */
  sha256: hash,
  version: z.int().min(1),
  /** Who wrote it down, by code: `S-02`. */
  by: z.string(),
  at: instant,
  lines: z
    .array(
      z.object({
        /** Where it begins: `0:12`. */
        at: z.string(),
        speaker: z.string(),
        words: z.string().min(1),
        english: z.string().nullable(),
      }),
    )
    .min(1),
  /** Kinds of values that were covered: `name`, `address`. */
  covered: z.array(z.string()).default([]),
});

/** What a reader of the served part has of an exhibit: its pages, its words, only its file, or nothing. */
const waysSeen = ["pages", "words", "file", "nothing"] as const;

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
  /** Seconds by which the clock of the device was ahead when it was compared. */
  clockOffset: z.int().default(0),
  custody: z
    .array(
      z.object({
        no: z.int(),
        action: z.string(),
        at: instant,
        by: z.string(),
        hash: z.string().nullable(),
        /** Somebody wrote it down afterwards; its time is theirs. */
        byHand: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Read again for this version; the ledger gets an event with this very time when the version is kept. */
  rehashed: z.object({ at: instant, same: z.boolean() }).nullable().default(null),
  sealed: z.boolean().default(false),
  /** Why the original is sealed, in words; null when it is not. */
  sealedWhy: z.string().nullable().default(null),
  /** The name of the sealed original in the sealed annex, or why it is not there; null if there would be none. */
  inAnnex: z.object({ as: z.string().nullable(), why: z.string().nullable() }).nullable().default(null),
  /** Why the original travels although it acts when it is opened, as somebody wrote; null: it stays then. */
  sentActive: z.string().nullable().default(null),
  /** A person under 18 appears: true blocks the packet, null was not answered. */
  minor: z.boolean().nullable().default(null),
  flags: z.array(z.enum(exhibitFlags)).default([]),
  /** Every served picture of it, and who checked it; null until known, and in older snapshots. */
  pictures: z.array(pictureSchema).nullable().default(null),
  /** Acts whose words a machine reads in its picture, and which lie under a mask in what is served. */
  coveredActs: z.array(z.string()).default([]),
  transcript: transcriptSchema.nullable().default(null),
  translations: z.array(translationSchema).default([]),
  /** The transcript of a recording; null where there is none, and in older snapshots. */
  spoken: spokenSchema.nullable().default(null),
  /** Null until the packet is built, and in older snapshots. */
  seenAs: z.enum(waysSeen).nullable().default(null),
  /** How the pages that follow came to be, and what is not shown. */
  pageNote: z.string().nullable().default(null),
});

/**
 * Whether what exhibits show was still there when somebody looked again: looks in a row that found the same are one.
 * What found nothing certain is only counted.
 */
export const addressSchema = z.object({
  /** Those of this packet that were captured at the address. */
  exhibits: z.array(z.string()).min(1),
  seen: z.array(
    z.object({
      found: z.enum(["up", "gone"]),
      /** The first and the last of them; `at` is null where only the day is known. */
      first: z.object({ on: civil, at: instant.nullable() }),
      last: z.object({ on: civil, at: instant.nullable() }),
      times: z.int().min(1),
      /** Who, by code and way: `S-02, with the browser extension`. */
      by: z.array(z.string()).min(1),
      /** The exhibit that shows it, if it is in this packet. */
      proof: z.string().nullable(),
      /** What the checker was answered the first time. */
      answered: z.object({ status: z.int(), sha256: z.string().nullable() }).nullable(),
    }),
  ),
  /** How many looks found nothing certain. */
  unclear: z.int().min(0),
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
  /**
   * The scan of the signed release: null if none is on file; its code if it is in the packet. Undefined in older
   * snapshots.
   */
  scan: z.object({ exhibit: z.string().nullable() }).nullable().optional(),
  /** Whether it lets the receiver know who and where the client is. */
  identity: z.boolean().default(false),
  /** The officers it names, by the ids of their entries: only they are covered. Empty in older snapshots. */
  officers: z
    .array(z.object({ id: z.uuid(), office: z.string().min(1), takenOffOn: civil.nullable().default(null) }))
    .default([]),
});
