import { z } from "zod";
import { packetKindKeys, receiverRoles } from "../types";
import { civil, instant } from "./snapshot-parts";

const person = z.object({ code: z.string().min(1), name: z.string().min(1), does: z.string().min(1) });

/**
 * Everything in the sealed annex of one packet: who the client is, how to reach them, who is behind the codes. It is
 * encrypted separately from the packet's snapshot, which must contain none of these values.
 */
export const annexSchema = z.object({
  packet: z.object({
    /** The number of the served part; the annex prints it with `-S`. */
    no: z.string().min(1),
    version: z.int().min(1),
    kind: z.enum(packetKindKeys),
    builtAt: instant,
    specimen: z.boolean().default(false),
    /** Set at each build; without a value it is a draft. */
    approved: z.boolean().default(false),
  }),
  /** How it was laid out when it was built, as a hash; null in older ones. */
  layout: z.string().nullable().default(null),
  org: z.object({ name: z.string().min(1), liaisonEmail: z.string().nullable(), liaisonPhone: z.string().nullable() }),
  zone: z.string().min(1),
  /** Receivers whose release lets them know who and where the client is. */
  openTo: z
    .array(
      z.object({ role: z.enum(receiverRoles), name: z.string().min(1), release: z.string(), until: civil.nullable() }),
    )
    .default([]),
  /** Receivers who get the served part alone, and why. */
  closedTo: z
    .array(
      z.object({
        role: z.enum(receiverRoles),
        name: z.string().min(1),
        why: z.string(),
        release: z.string().nullable(),
      }),
    )
    .default([]),
  client: z.object({
    code: z.string().min(1),
    /** Null: not known yet. */
    name: z.string().min(1).nullable(),
    identityNumber: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    address: z.string().nullable(),
    isMinor: z.boolean(),
  }),
  /** Ids of the client’s own accounts, if recorded. */
  clientIds: z.array(z.object({ platform: z.string(), id: z.string() })).default([]),
  /** Members whose codes appear in the served part. */
  people: z.array(person).default([]),
  /** How the client may be reached; null if nothing is agreed. The code word is told by phone and never printed. */
  safeContact: z
    .object({
      channel: z.string(),
      hours: z.string(),
      zone: z.string(),
      voicemail: z.boolean(),
      deviceSeenBy: z.string(),
      hasCodeWord: z.boolean(),
      never: z.array(z.string()),
      subjectLine: z.string(),
      reviewedOn: civil.nullable(),
    })
    .nullable()
    .default(null),
  witnesses: z.array(z.object({ code: z.string(), who: z.string(), canSay: z.string() })).default([]),
  /** Originals of exhibits that are not in the served part. `as`: the file that is attached here; null: it stays with us. */
  originals: z
    .array(
      z.object({
        code: z.string().regex(/^E-\d+$/),
        title: z.string(),
        why: z.string(),
        as: z.string().nullable().default(null),
        files: z.array(z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
      }),
    )
    .default([]),
});

export type AnnexSnapshot = z.output<typeof annexSchema>;
export type AnnexSnapshotInput = z.input<typeof annexSchema>;
