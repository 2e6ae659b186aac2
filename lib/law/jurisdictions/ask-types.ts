import { z } from "zod";
import { code, sourceSchema } from "./source-types";

const lawNumber = z.string().regex(/^L\d+$/);

/** The classes of data that a provider holds, as the law of the other country separates them. */
export const askClasses = ["subscriber", "traffic", "content"] as const;

/**
 * What the record must hold before a kind of assistance may be asked for:
 * - `account`: an account whose holder is in the country that is asked;
 * - `address`: an IP address with its time;
 * - `number`: a telephone number of that country;
 * - `person`: a subject with an alleged name and place;
 * - `nothing`: an authority may want it whatever the record holds.
 */
const needs = ["account", "address", "number", "person", "nothing"] as const;

/** The time that is asked for: from creation to the day of the answer, around the acts, or none. */
const ranges = ["whole", "acts", "none"] as const;

/** One kind of assistance that may be asked of the other country, and what opens it there. */
const askKindSchema = z.object({
  key: code,
  title: z.string().min(3),
  class: z.enum(askClasses).nullable().default(null),
  needs: z.enum(needs),
  /** Who holds it there, in words; for an account the provider's own entity is named. */
  holder: z.string().min(3).nullable().default(null),
  /** What is asked for. `{value}`: the address, the number or the name. Accounts: when the provider's words were not read. */
  records: z.string().min(3),
  range: z.enum(ranges),
  /** What opens it there, on a request from abroad: never a power that serves domestic investigations only. */
  process: z.string().min(3),
  /** What has to be shown for that, as far as it was read. */
  standard: z.string().min(3).nullable().default(null),
  law: z.array(lawNumber).min(1),
  /** Ticked in a first draft when the record holds what it needs. */
  proposed: z.boolean().default(false),
  /** What is said while the record does not hold what it needs: `After the providers answer: ...` */
  missing: z.string().min(3).nullable().default(null),
  /** A point of law behind it that nobody has read. It is for us to close and is printed to no receiver. */
  unread: z.string().min(3).nullable().default(null),
  sources: z.array(sourceSchema).min(1),
});

/** What may be asked of the other country of a pair, by who holds it there. */
export const askWordsSchema = z.object({
  kinds: z.array(askKindSchema).min(1),
  /** For the sender: how data is had whose holder is at home. Never printed to the country that is asked. */
  atHome: z
    .object({ text: z.string().min(3), law: z.array(lawNumber) })
    .nullable()
    .default(null),
  /** The authority at home without which nothing can be asked, by the types of its numbers; null: none is required. */
  authority: z
    .object({
      types: z.array(z.string()).min(1),
      missing: z.string().min(3),
      /** What to do first, one line each. */
      first: z.array(z.string().min(3)).min(1),
    })
    .nullable()
    .default(null),
  /** What the telephone numbers of the other country begin with. */
  numberPrefix: z
    .string()
    .regex(/^\+\d+$/)
    .nullable()
    .default(null),
});

export type AskKind = z.output<typeof askKindSchema>;
export type AskWords = z.output<typeof askWordsSchema>;
export type AskWordsDraft = z.input<typeof askWordsSchema>;
