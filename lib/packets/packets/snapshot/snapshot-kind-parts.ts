import { z } from "zod";
import { paperPartSchema } from "./snapshot-paper-parts";
import { civil, instant, sourced } from "./snapshot-parts";

/** Why a bureau may process data: RPD Art 10(2), in our words. One message states one. */
export const ncbPurposes = ["locate", "identify", "obtain_information", "support_investigation", "warn"] as const;

/** The request to a National Central Bureau. What is not written is null, and the briefing prints a ruled blank. */
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

/**
 * What an officer asks a provider to preserve, for one account, with the clocks that follow from the date of the
 * letter.
 */
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
      /** The last advisable day to request an extension, and the ends of the first and second period. */
      extendBy: civil.nullable(),
      expiresOn: civil.nullable(),
      secondExpiresOn: civil.nullable(),
      notifies: z.string().nullable(),
      /** Codes or words with marks of the rules from which the dates above were computed. */
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
  /** Whether the file has what a body asks to know of a complainant; what it is stays in the sealed annex. */
  complainant: z
    .object({ name: z.boolean(), identityNumber: z.boolean(), contact: z.boolean() })
    .nullable()
    .default(null),
  /** What the letter to this body asks it to do, in the letter's words; null while no final letter says so. */
  recourse: z.string().nullable().default(null),
  rungs: z
    .array(
      z.object({
        /** Null in older snapshots. */
        key: z.string().nullable().default(null),
        title: z.string(),
        who: z.string(),
        state: z.enum(["before", "here", "next"]),
        /** The day on which a complaint to it was sent; null while none is recorded as sent. */
        since: civil.nullable(),
        /** The complaint that was sent to it, by its code. */
        paper: z.string().nullable().default(null),
        /** Why the matter moved on from it, and when, as somebody noted. */
        left: z.object({ on: civil, why: z.string() }).nullable().default(null),
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
  /** The level of a complaint that it is addressed to; null for every other paper and in older snapshots. */
  rung: z.string().nullable().default(null),
  /** Its words, with protected values replaced by the client's code; null when it is only listed. */
  text: z
    .object({ addressee: z.array(z.string()), title: z.string(), parts: z.array(paperPartSchema) })
    .nullable()
    .default(null),
});
