import type { BriefingWords } from "../briefing-types";
import briefing from "../release/words/briefing.json";

/** The words for a pair without its own. They name no country and cite no law. */
export const neutralWords: BriefingWords = briefing.words;
