import type { BriefingWords } from "../briefing-types";
import { neutralWords } from "../common/briefing-words";
import { houseLaw } from "../house-law";

/** The words of a pair such as `ZA-US`; for any other pair those that name no country. */
export function briefingWordsOf(pair: string): BriefingWords {
  return houseLaw.briefings[pair] ?? neutralWords;
}
