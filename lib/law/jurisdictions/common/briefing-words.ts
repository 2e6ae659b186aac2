import type { BriefingWords } from "../briefing-types";
import briefing from "../release/words/briefing.json";

/** The words for a pair that has none of its own. They name no country and rest on no law of one. */
export const neutralWords: BriefingWords = briefing.words;
