import type { Risk } from "@/lib/casework/cases/types";
import type { RiskQuestion } from "@/lib/law/jurisdictions/common/risk-questions";

export const riskAnswers = ["yes", "no", "unknown"] as const;
export type RiskAnswer = (typeof riskAnswers)[number];

/** By the key of the question. One that was not answered is not known. */
export type RiskAnswers = Partial<Record<string, RiskAnswer>>;

/** What the answers suggest, and why. */
export type Suggestion = {
  points: number;
  level: Risk;
  /** The questions answered with yes, the weightiest first. */
  reasons: RiskQuestion[];
  unknown: RiskQuestion[];
};

/** The lowest level that a decision about danger allows. */
export type RiskFloor = { level: Risk; why: "in_danger" | "serious" } | null;

type RiskDecision = { level: Risk; reason: string | null; by: string; decidedAt: Date };

/** Answers of one day, with the decision on them once there is one. None is ever changed. */
export type RiskAssessment = {
  id: string;
  answers: RiskAnswers;
  note: string | null;
  points: number;
  suggested: Risk;
  by: string;
  assessedAt: Date;
  decision: RiskDecision | null;
};

/** For the page: all assessments, the newest first. */
export type RiskView = { assessments: RiskAssessment[]; floor: RiskFloor; risk: Risk; closed: boolean };
