import { z } from "zod";
import { civil, instant } from "./snapshot-parts";

/**
 * What several sections say of the same thing, calculated once. Sections, cover, checklist and annex read it here and
 * calculate nothing themselves.
 */
export const factsSchema = z.object({
  /** How each account stands with its provider on the day of this version. */
  preservation: z.array(
    z.object({
      account: z.string(),
      held: z.boolean(),
      askedOn: civil.nullable(),
      /** The day from which the period runs: on which the provider accepted. */
      runsFrom: civil.nullable(),
      /** The last day; null where nothing tells it. */
      until: civil.nullable(),
      /** The number of the provider, by its code in the register. */
      reference: z.string().nullable(),
    }),
  ),
  /** What the sender knew, in order of time: acts that show it, and events. */
  knowledge: z.array(z.object({ code: z.string(), at: instant, text: z.string(), sources: z.array(z.string()) })),
  /** The oldest act of whose account nothing is kept, and the day on which it turns so many days old. */
  oldest: z.object({ code: z.string(), days: z.int(), turnsOn: civil }).nullable(),
});

export type PacketFactsPart = z.output<typeof factsSchema>;
