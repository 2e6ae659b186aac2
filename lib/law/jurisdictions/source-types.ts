import { z } from "zod";

/** How sure we are: primary text, secondary text, the reporting guide, general knowledge, to confirm. */
export const marks = ["V", "V2", "S", "G", "C"] as const;
export const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The source of a legal or practical fact. No fact is shown without one. */
export const sourceSchema = z.object({
  text: z.string().min(3),
  source: z.string().min(3),
  marks: z.array(z.enum(marks)).min(1),
  checkedOn: civilDate,
});

/** A key that data files use to name one another. */
export const code = z.string().regex(/^[a-z0-9_-]+$/);

/** One fact in our words, with where it was read. A page shows it with its marks. */
/** A country, why a paper is not drafted for any other, what to do instead, and whose rule that is. */
export const onlyIn = z.object({
  /** ISO 3166-1 alpha-2 */
  country: z.string().regex(/^[A-Z]{2}$/),
  otherwise: z.string(),
  source: sourceSchema,
});

export const factSchema = z.object({ text: z.string().min(3), sources: z.array(sourceSchema).min(1) });

export type Mark = (typeof marks)[number];
export type LegalSource = z.output<typeof sourceSchema>;
export type Fact = z.output<typeof factSchema>;
