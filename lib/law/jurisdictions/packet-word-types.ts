import { z } from "zod";
import { civilDate, code, marks } from "./source-types";

const lawNumber = z.string().regex(/^L\d+$/);

/** A statement of law or practice that a packet may lean on, by its number in Annex B. `note` narrows a mark. */
const packetLawSchema = z.object({
  no: lawNumber,
  statement: z.string().min(3),
  source: z.string().min(3),
  marks: z.array(z.object({ mark: z.enum(marks), note: z.string().optional() })).min(1),
  checkedOn: civilDate,
});

/**
 * One reviewed sentence. `sources` is what the source column prints (L5, F8, `case record`); `from` and `marks` say
 * where the wording itself was read. Omitted text: that of the common words. Empty text: nothing is printed.
 */
export const packetWordSchema = z.object({
  text: z.string().optional(),
  sources: z.array(z.string().min(1)).min(1),
  from: z.string().min(3),
  /** Empty for words that say nothing of law. */
  marks: z.array(z.enum(marks)).default([]),
});

export const standardRows = ["subscriber", "traffic", "content", "preservation", "emergency"] as const;

/** One row of section 3: what the other country requires before it discloses this kind of data. */
export const packetStandardSchema = z.object({
  row: z.enum(standardRows),
  /** `Traffic (logs)`: the band over the row. */
  band: z.string(),
  text: z.string().min(3),
  law: z.array(lawNumber),
});

/** One block of a draft certificate. `{blank:62}` in a text is a ruled blank of so many millimetres. */
const certificateBlockSchema = z.discriminatedUnion("is", [
  z.object({
    is: z.literal("para"),
    lead: z.string().optional(),
    text: z.string(),
    sources: z.array(z.string()).min(1),
  }),
  /** One paragraph for each way of capture that the ledger knows. */
  z.object({ is: z.literal("captures"), sources: z.array(z.string()).min(1) }),
  /** What was computed again, and when. */
  z.object({ is: z.literal("rehashed"), sources: z.array(z.string()).min(1) }),
  z.object({ is: z.literal("lines"), count: z.number().int().positive() }),
  z.object({ is: z.literal("fields"), rows: z.array(z.array(z.string()).min(1).max(2)).min(1) }),
  z.object({ is: z.literal("oath"), lead: z.string(), text: z.string(), sources: z.array(z.string()).min(1) }),
  z.object({ is: z.literal("stamp"), label: z.string() }),
]);

const packetCertificateSchema = z.object({
  key: code,
  title: z.string().min(3),
  /** Of which country a court takes it: a packet prints those of the country where the matter is tried. */
  court: z.enum(["home", "there"]).default("home"),
  blocks: z.array(certificateBlockSchema).min(1),
});

/** Everything pair-specific that a packet contains: wording, law sources, standards, certificates. */
export const packetWordsSchema = z.object({
  pair: z.string(),
  laws: z.array(packetLawSchema).default([]),
  /** Sentences by key; the keys and their blanks are those of the common words. */
  words: z.record(z.string(), packetWordSchema).default({}),
  /** Heads of tables, labels of fields, names of bodies. */
  labels: z.record(z.string(), z.string()).default({}),
  standards: z.array(packetStandardSchema).default([]),
  certificates: z.array(packetCertificateSchema).default([]),
  /** Which law numbers speak of an offence, and of a provider’s own rules, by their keys. */
  offenceLaw: z.record(code, z.array(lawNumber).min(1)).default({}),
  providerLaw: z.record(code, z.array(lawNumber).min(1)).default({}),
  /** `outside the EU (X)`, by the law number that says so. */
  providerReach: z.record(lawNumber, z.string()).default({}),
  /** The kinds of numbers that show an open matter at home, first choice first. */
  docketTypes: z.array(z.string()).default([]),
  /** How a kind of number counts in the register; one not listed is `other`. */
  referenceTypes: z.record(code, z.string()).default({}),
  /** Kinds of numbers that a reader expects: if one is not recorded, the register says who has to act. */
  expectedNumbers: z.array(code).default([]),
});

export type PacketLaw = z.output<typeof packetLawSchema>;
export type PacketWord = z.output<typeof packetWordSchema>;
export type PacketStandard = z.output<typeof packetStandardSchema>;
export type CertificateBlock = z.output<typeof certificateBlockSchema>;
export type PacketWords = z.output<typeof packetWordsSchema>;
export type PacketWordsDraft = z.input<typeof packetWordsSchema>;
