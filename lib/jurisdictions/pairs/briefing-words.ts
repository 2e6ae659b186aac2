import type { BriefingWords } from "@/lib/jurisdictions/briefing-types";
import { neutralWords } from "@/lib/jurisdictions/common/briefing-words";
import { houseLaw } from "@/lib/jurisdictions/house-law";

/** The words of a pair such as `ZA-US`; those that name no country for any other. */
export function briefingWordsOf(pair: string): BriefingWords {
  return houseLaw.briefings[pair] ?? neutralWords;
}
