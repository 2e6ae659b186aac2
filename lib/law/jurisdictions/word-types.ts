import { z } from "zod";
import { briefingWordsSchema } from "./briefing-types";
import { civilDate, code, marks, sourceSchema } from "./source-types";

/** The value for what nobody recorded. */
export const notKnown = z.literal("unknown");

/** The source of the words in a file. What nobody recorded is `unknown`. */
const about = z.strictObject({
  source: z.string().min(3),
  marks: z.array(z.enum(marks)).or(notKnown),
  checkedOn: civilDate.or(notKnown),
});

/** Words with a space between them. */
const words = z.string().min(1);
/** The alternatives, each a part of a regular expression. */
const expression = z.array(z.string().min(1)).min(1);
const sentence = z.string();

/**
 * Words used to parse messages, shared by packets or asked of a client: files of `common/words/`, the same for every
 * pair.
 */
export const wordSchemas = {
  /** Sentences and labels of packets for a pair without its own, and the blanks of each sentence. */
  packets: z.strictObject({
    about,
    blanks: z.array(z.string()),
    words: z.record(
      z.string(),
      z.strictObject({ text: sentence, sources: z.array(z.string()).min(1), fills: z.array(z.string()).optional() }),
    ),
    labels: z.record(z.string(), sentence),
  }),
  /** The shorter packets of a pair without its own words. */
  briefing: z.strictObject({ about, words: briefingWordsSchema }),
  /** Sentences of certificates, each reviewed once. */
  certificates: z.strictObject({ about, sentences: z.record(z.string(), z.string().min(3)) }),
  offices: z.strictObject({ about, expressions: z.record(z.string(), expression), bodies: expression }),
  /** Words that mark a message, and those for which a person says whether there is danger. */
  danger: z.strictObject({
    about,
    groups: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z_]+$/),
          asks: z.boolean(),
          marks: z.boolean(),
          /** By language; `any` for signs that belong to none. */
          words: z.partialRecord(z.enum(["any", "en", "af", "zu", "xh", "st"]), z.array(z.string().min(1)).min(1)),
        }),
      )
      .min(1),
  }),
  /** Questions about the risk to a client, with the points of each. */
  risk: z.strictObject({
    about,
    /** The points from which a level is suggested. */
    levels: z.strictObject({ elevated: z.int().positive(), high: z.int().positive() }),
    groups: z
      .array(
        z.strictObject({
          key: code,
          title: z.string().min(3),
          questions: z
            .array(
              z.strictObject({
                key: code,
                text: z.string().min(3),
                hint: z.string().default(""),
                points: z.int().positive(),
                /** Yes to this one alone suggests high risk. */
                alone: z.boolean().default(false),
                sources: z.array(sourceSchema).min(1),
              }),
            )
            .min(1),
        }),
      )
      .min(1),
  }),
  /** What is gone through with a client about devices and accounts, in the order in which it is safe. */
  technology: z.strictObject({
    about,
    items: z
      .array(
        z.strictObject({
          key: code,
          text: z.string().min(3),
          /** The act in a few words for the client's own page. */
          plain: z.string().min(3),
          ask: z.string().min(3),
          steps: z.array(z.string().min(3)).min(1),
          /** How the person may notice it, and what proof may be lost. */
          alerts: z.string().default(""),
          destroys: z.string().default(""),
          sources: z.array(sourceSchema).min(1),
        }),
      )
      .min(1),
  }),
  "first-pair": z.strictObject({ about, pair: z.string(), home: z.string(), there: z.string() }),
  local: z.strictObject({
    about,
    asking: words,
    nguni: words,
    sotho: words,
    afrikaans: words,
    english: words,
    names: words,
    people: words,
    police: words,
    joining: words,
    opening: words,
    openingStems: expression,
  }),
  messages: z.strictObject({
    about,
    around: words,
    place: words,
    station: words,
    ranks: z.array(z.strictObject({ words: z.array(z.string()).min(1), short: z.string() })),
  }),
  places: z.strictObject({ about, expressions: z.record(z.string(), expression) }),
  spoken: z.strictObject({
    about,
    stroke: words,
    month: words,
    fromZero: z.array(words),
    tens: z.array(words),
    others: z.record(z.string(), z.int()),
  }),
} as const;

export type WordFile = keyof typeof wordSchemas;
