import risk from "../release/words/risk.json";
import type { LegalSource } from "../types";

/** One factor of risk as a question. `alone`: yes to it suggests high risk, whatever the rest. */
export type RiskQuestion = {
  key: string;
  text: string;
  hint: string;
  points: number;
  alone: boolean;
  sources: readonly LegalSource[];
};

type Group = { key: string; title: string; questions: readonly RiskQuestion[] };

export const riskGroups = risk.groups as readonly Group[];
export const riskQuestions: readonly RiskQuestion[] = riskGroups.flatMap(({ questions }) => questions);

/** The points from which a level is suggested: our own default, which nobody has tested. */
export const riskLevels: { elevated: number; high: number } = risk.levels;
