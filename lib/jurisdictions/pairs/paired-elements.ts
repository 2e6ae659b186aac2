import { cite } from "@/lib/jurisdictions/common/cite";
import type { DualCriminalityDraft, LegalSource } from "@/lib/jurisdictions/types";

type Need = NonNullable<DualCriminalityDraft["elements"]>[number];

/** The whole table of pairings is our own reading of both laws. */
export const analysis: LegalSource = cite(
  "Pairing of elements; have counsel sign off.",
  "Analysis over the elements of both laws, domain reference section 4",
  "G",
);

/**
 * One thing that the other country needs.
 * @param metBy words of the vocabulary in types.ts, all of which must hold
 * @param offences the offences there that need it; none for all of the row
 */
export function need(there: string, metBy: Need["metBy"], offences: string[] = [], sources = [analysis]): Need {
  return { there, metBy, offences, sources };
}
