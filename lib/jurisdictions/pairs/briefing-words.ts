import { type BriefingWords, briefingWordsSchema } from "@/lib/jurisdictions/briefing-types";
import { neutralWords } from "@/lib/jurisdictions/common/briefing-words";
import { briefingWords as usZa } from "./us-za/briefing-words";
import { briefingWords as zaUs } from "./za-us/briefing-words";

/** The words of each pair of the release, checked when the program starts. */
const known: ReadonlyMap<string, BriefingWords> = new Map(
  Object.entries({ "ZA-US": zaUs, "US-ZA": usZa }).map(([pair, words]) => [pair, briefingWordsSchema.parse(words)]),
);

/** The words of a pair such as `ZA-US`; those that name no country for any other. */
export function briefingWordsOf(pair: string): BriefingWords {
  return known.get(pair) ?? neutralWords;
}
