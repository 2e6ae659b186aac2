import { z } from "zod";
import { code } from "./source-types";

/** A sentence with the codes that it rests on: F and L numbers of the packets, or words with marks in brackets. */
export const sourcedTextSchema = z.object({ text: z.string().min(3), sources: z.array(z.string().min(1)).min(1) });

/**
 * The wording of the shorter packets for one pair of countries: briefings, docket pack, complaint. Code refers to it
 * and names no country. Wording shared with a dossier is in the packet words.
 */
export const briefingWordsSchema = z.object({
  police: z.object({
    /** `South African Police Service` */
    service: z.string().min(2),
    /** `SAPS letterhead` */
    letterhead: z.string().min(2),
    /** What an official signs with: `rank, force number`. */
    rank: z.string().min(2),
    /** What identifies the officer who refused: `force number`. */
    staffNumber: z.string().min(2),
    caseNumber: z.string().min(2),
    /** The name of a case file: `docket`. */
    file: z.string().min(2),
  }),
  ncb: z.object({
    /** Keys of agencies: where the message starts and where it goes. Empty: a bureau of which the data has no name. */
    from: code.nullable(),
    to: code.nullable(),
    /** The law data note whose seven items a bureau requires, and what to say about it. */
    criteriaNote: code,
    criteria: sourcedTextSchema,
    follow: sourcedTextSchema,
    /** Law behind the notice and the one purpose; what a message may be; law on a complaint filed online. */
    oneSender: z.array(z.string()).default([]),
    kind: sourcedTextSchema,
    filedOnline: z.array(z.string()).default([]),
  }),
  preservation: z.object({
    gap: sourcedTextSchema,
    /** The longest time that the text of the gap names, which a request may still exceed; null if it names none. */
    mayTakeMonths: z.int().positive().nullable().default(null),
    /** The law number that speaks of a clock, by the clock’s code. Another clock names its source in words. */
    clockLaw: z.record(z.string(), z.string()).default({}),
    /** Law that a reader may look for and that the drafts do not rely on. */
    notRelied: sourcedTextSchema.nullable(),
    emergency: sourcedTextSchema,
    /** Other ways to reach a provider, as far as a source names them; else whom to ask. */
    otherRoutes: sourcedTextSchema.nullable().default(null),
  }),
  docket: z.object({
    /** `Docket pack` */
    title: z.string().min(3),
    notice: sourcedTextSchema,
    order: sourcedTextSchema,
    /** The title of the chronology, where the file of this country has a place for it. */
    diary: z.string().nullable(),
    /** The requests to the officer, one line each. */
    lines: z.array(z.string().min(3)).min(1),
  }),
  refusal: z.object({ notice: sourcedTextSchema, lead: z.string().min(3) }),
});

export type BriefingWords = z.output<typeof briefingWordsSchema>;
export type BriefingWordsDraft = z.input<typeof briefingWordsSchema>;
