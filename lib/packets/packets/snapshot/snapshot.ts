import { z } from "zod";
import type { Active } from "@/lib/evidence/exhibits/types";
import { packetWordsSchema } from "@/lib/law/jurisdictions/packet-word-types";
import { firstPair } from "@/lib/law/jurisdictions/pairs/first-pair";
import { packetKindKeys, receiverRoles } from "../types";
import { factsSchema } from "./snapshot-facts";
import { emergencySchema, ncbSchema, paperSchema, preservationSchema, refusalSchema } from "./snapshot-kind-parts";
import {
  accountSchema,
  addressSchema,
  askGapSchema,
  askItemSchema,
  chargeSchema,
  civil,
  dangerSchema,
  droppedSchema,
  eventSchema,
  exhibitSchema,
  incidentSchema,
  instant,
  lawSchema,
  layoutSchema,
  pairSchema,
  referenceSchema,
  releaseSchema,
  requestItemSchema,
  sourced,
  standardNoteSchema,
  statuteSchema,
  type transcriptSchema,
} from "./snapshot-parts";

const receiverSchema = z.object({
  role: z.enum(receiverRoles),
  /** As printed, without a protected name: `Investigating officer, Voorbeeldfontein`. */
  name: z.string().min(1),
});

const officerSchema = z.object({
  rank: z.string(),
  agency: z.string(),
  unit: z.string(),
  forceNumber: z.string().nullable().default(null),
  release: z.string(),
});

const overrideSchema = z.object({ by: z.string(), at: instant, reason: z.string().min(1) });

const preflightResultSchema = z.object({
  id: z.string(),
  result: z.enum(["pass", "fail", "na"]),
  reason: z.string(),
  field: z.string(),
  /** A failure that no reason overrides. */
  hard: z.boolean().optional(),
  override: overrideSchema.nullable().default(null),
});

/**
 * Everything that one packet says, frozen: plain JSON, no protected identity (the client, contacts and
 * staff by code only). The same snapshot gives the same bytes. What is not known is null or an empty list,
 * and the packet says so.
 */
export const snapshotSchema = z.object({
  packet: z.object({
    /** `CD-2026-0147` */
    no: z.string().min(1),
    version: z.int().min(1),
    /** Required with the number at `/verify`; null in older snapshots. */
    checkWord: z.string().nullable().default(null),
    /** Releases before the other kinds wrote `mla`. */
    kind: z.preprocess(
      (kind) => (kind === "mla" ? "mla_dossier" : kind),
      z.enum(packetKindKeys).default("mla_dossier"),
    ),
    builtAt: instant,
    supersedes: z
      .object({ version: z.int().min(1), builtAt: instant, handover: z.string().nullable().default(null) })
      .nullable()
      .default(null),
    /** The person who prepared it, by code: `S-07`. */
    preparedBy: z.string().min(1),
    withdrawn: z.object({ at: instant, reason: z.string() }).nullable().default(null),
    /** Which version took its place, and since when. */
    superseded: z.object({ version: z.int().min(1), at: instant }).optional(),
    /** SHA-256 of the file that was served, in a copy that says that the version no longer counts. */
    copyOf: z.string().optional(),
    /** True in a copy that today's release does not lay out as the release that built the version did. */
    laidOutAnew: z.boolean().optional(),
    approval: z.object({ by: z.string(), at: instant }).nullable().default(null),
    specimen: z.boolean().default(false),
    /** Number of a preservation briefing of the same case, when there is one. */
    preservationBriefing: z.string().nullable().default(null),
  }),
  org: z.object({ name: z.string().min(1), liaisonEmail: z.string().nullable(), liaisonPhone: z.string().nullable() }),
  receivers: z.array(receiverSchema).default([]),
  /** The officer of the investigation, by the directory and the release that names them; null while there is none. */
  officer: officerSchema.nullable().default(null),
  zones: z.object({
    home: z.string().min(1),
    /** The other side's zone, and why it is printed; null when nothing speaks for one. */
    other: z.object({ zone: z.string(), name: z.string(), reason: sourced }).nullable().default(null),
  }),
  case: z.object({
    clientCode: z.string().min(1),
    subjectCode: z.string().min(1).default("Subject 1"),
    /** Home, where the client is, then there: `AA-BB`. Empty in snapshots of releases that had one direction. */
    pair: z.string().default(""),
    homeCountry: z.string().default(firstPair.home),
    otherCountry: z.string().default(firstPair.there),
    /** How a sentence calls what is of each side; empty in older snapshots, whose words say it. */
    homeDemonym: z.string().default(""),
    otherDemonym: z.string().default(""),
    /** What the matter is, in a few words: `Threats of violence on X and Instagram`. */
    matter: z.string().default(""),
    stage: sourced.nullable().default(null),
    /** Screened for anything military or political: true clear, false not clear, null not screened. */
    screened: z.boolean().nullable().default(null),
    /** True while no file of the case may be taken, shown or handed out. */
    filesStopped: z.boolean().default(false),
    danger: dangerSchema.nullable().default(null),
    clientFacts: z.array(sourced).default([]),
    harm: z.array(sourced).default([]),
    /** Platforms of which the sealed annex has the client’s own id, and those of which it has none. */
    clientIds: z
      .object({ inAnnex: z.array(z.string()), notRecorded: z.array(z.string()) })
      .prefault({ inAnnex: [], notRecorded: [] }),
    subjectIdentity: sourced.nullable().default(null),
    subjectIdentifiers: z
      .array(
        z.object({
          kind: z.string(),
          value: z.string(),
          sources: z.array(z.string()),
          /** How sure it is that it is of the first subject; null for another subject, and in older snapshots. */
          confidence: z.enum(["high", "medium", "low"]).nullable().default(null),
        }),
      )
      .default([]),
    urgent: z.array(sourced).default([]),
    weak: z.array(sourced).default([]),
  }),
  statements: z
    .array(z.object({ code: z.string(), what: z.string(), swornOn: z.string(), place: z.string() }))
    .default([]),
  /** Which of the acts the sworn statements speak of, and which not; null without one, and in older snapshots. */
  statement: z
    .object({
      /** Of the newest statement. */
      swornOn: z.string(),
      station: z.string().nullable().default(null),
      covers: z.array(z.string()).default([]),
      missing: z.array(z.string()).default([]),
    })
    .nullable()
    .default(null),
  references: z.array(referenceSchema).default([]),
  incidents: z.array(incidentSchema).default([]),
  events: z.array(eventSchema).default([]),
  accounts: z.array(accountSchema).default([]),
  charges: z.array(chargeSchema).default([]),
  dropped: z.array(droppedSchema).default([]),
  pairs: z.array(pairSchema).default([]),
  /** Null in older snapshots, whose pairs have elements without alignment. */
  law: lawSchema.nullable().default(null),
  request: z
    .object({
      items: z.array(requestItemSchema).default([]),
      purpose: z.array(sourced).default([]),
      certification: sourced.nullable().default(null),
      secrecy: sourced.nullable().default(null),
      /** One line each, lettered in print. */
      urgency: z.array(sourced).default([]),
      standards: z.array(standardNoteSchema).default([]),
      /** What is asked, of whom and for which time: `items` are the same rows as older versions print them. */
      asks: z.array(askItemSchema).default([]),
      gaps: z.array(askGapSchema).default([]),
      /** For the sender only: accounts whose data is had at home. */
      atHome: z
        .array(z.object({ account: z.string(), holder: z.string(), text: z.string(), law: z.array(z.string()) }))
        .default([]),
      /** The authority at home without which nothing can be asked; null where none is required. `shownBy`: what shows it. */
      authority: z
        .object({ shownBy: z.array(z.string()), missing: z.string(), first: z.array(z.string()) })
        .nullable()
        .default(null),
    })
    .prefault({}),
  ncb: ncbSchema.nullable().default(null),
  emergency: emergencySchema.nullable().default(null),
  preservation: preservationSchema.nullable().default(null),
  /** Accounts that a provider keeps on this day, until when, with or without a number in the register. */
  kept: z
    .array(
      z.object({
        account: z.string(),
        until: civil.nullable(),
        askedOn: civil.nullable().default(null),
        /** The day on which the provider accepted, from which its period runs. */
        runsFrom: civil.nullable().default(null),
        /** The provider's number for it, by its code in the register. */
        reference: z.string().nullable().default(null),
      }),
    )
    .default([]),
  /** Facts that several sections use, computed once; null in older snapshots. */
  facts: factsSchema.nullable().default(null),
  refusal: refusalSchema.nullable().default(null),
  papers: z.array(paperSchema).default([]),
  exhibits: z.array(exhibitSchema).default([]),
  /** Looks again at addresses of exhibits; empty in older snapshots. */
  addresses: z.array(addressSchema).default([]),
  /** The covers of words in the case when it was built, by id; null in older snapshots. */
  covers: z.array(z.uuid()).nullable().default(null),
  releases: z.array(releaseSchema).default([]),
  preflight: z
    .object({ checkedAt: instant, checklistVersion: z.int(), results: z.array(preflightResultSchema) })
    .nullable()
    .default(null),
  /** The words of the statutes that the charges name; empty in older snapshots. */
  statutes: z.array(statuteSchema).default([]),
  /** What the pair says of law, bodies and forms, frozen with the packet; null in older snapshots. */
  words: packetWordsSchema.nullable().default(null),
  /** How it was laid out when it was built; null in older snapshots. */
  layout: layoutSchema.nullable().default(null),
  /** From approval until it is built again: the snapshot that was reviewed. */
  reviewed: z.record(z.string(), z.unknown()).optional(),
  /** SHA-256 of the manifest that travels with the packet, when it is made before the PDF. */
  manifestSha256: z.string().nullable().default(null),
  changes: z.array(z.object({ section: z.string(), change: z.string(), why: z.string() })).default([]),
  holders: z
    .array(z.object({ version: z.int(), holder: z.string(), handedOver: z.string(), state: z.string() }))
    .default([]),
});

export type PacketSnapshot = z.output<typeof snapshotSchema>;
export type PacketSnapshotInput = z.input<typeof snapshotSchema>;
export type PreflightResult = z.output<typeof preflightResultSchema>;
export type SnapshotExhibit = PacketSnapshot["exhibits"][number];
export type SnapshotAddress = PacketSnapshot["addresses"][number];
export type Transcript = z.output<typeof transcriptSchema>;
export type SnapshotTranslation = SnapshotExhibit["translations"][number];
export type SnapshotPicture = NonNullable<SnapshotExhibit["pictures"]>[number];
export type SnapshotLaw = NonNullable<PacketSnapshot["law"]>;
export type SnapshotIncident = PacketSnapshot["incidents"][number];
export type SnapshotAccount = PacketSnapshot["accounts"][number];
export type SnapshotReference = PacketSnapshot["references"][number];

/**
 * One page of an exhibit as it will be shown, or the reason why it is not. `width` and `height` in pixels, upright. The
 * bytes are opened when the page is written, one page in memory at a time. `masked`: SHA-256 of the copy; `covered`: how
 * much of it is under boxes, 0 to 1.
 */
export type PreparedPage =
  | {
      kind: "jpeg" | "png";
      open: () => Promise<Uint8Array>;
      /** Each opening reads the bytes anew: whoever opened them may give their memory back. */
      afresh?: boolean;
      width: number;
      height: number;
      masked?: string;
      covered?: number;
    }
  | { kind: "not_shown"; reason: string };

/**
 * How an original travels: inside the PDF, next to it, with the sealed annex because it reveals the client's identity
 * or address, or not at all because it has active content. `why` gives the reason; `acts` is what it does.
 */
export type OriginalTravel = {
  how: "inside" | "beside" | "sealed" | "held";
  why: string | null;
  acts?: readonly Active[];
};

export type AttachedFile = { name: string; size: number; open: () => AsyncIterable<Uint8Array>; mimeType: string };

/**
 * What the builder passes with the snapshot for one exhibit. `original` is the file to attach, if it travels inside and
 * is no larger than `attachLimit`. `copy` is attached in place of an original that stays; it has no active content.
 */
/** What a machine reads in one served picture, and what it read on the page before a mask covered it. */
export type LegiblePicture = { page: number; text: string; hidden: string };

export type PreparedExhibit = {
  label: string;
  pages: readonly PreparedPage[];
  /** Its words, where it is a chat, a mail or a text that was read. */
  transcript?: Transcript | null;
  travel?: OriginalTravel;
  /** Every picture of it that a reader sees, with who checked it. */
  pictures?: readonly SnapshotPicture[];
  /** What a machine reads in them. */
  legible?: readonly LegiblePicture[];
  original?: AttachedFile;
  copy?: AttachedFile;
  /** The sealed original, which may go into the sealed annex; otherwise why it may not. */
  forAnnex?: { file: AttachedFile } | { stays: string };
};

/** The largest original that is put inside the PDF, in bytes. */
export const attachLimit = 25 * 1024 * 1024;
