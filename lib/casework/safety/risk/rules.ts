import { type Risk, risks } from "@/lib/casework/cases/types";
import type { Answer } from "@/lib/casework/danger/types";
import { riskGroups, riskLevels, riskQuestions } from "@/lib/law/jurisdictions/common/risk-questions";
import type { RiskAnswer, RiskAnswers, RiskFloor, Suggestion } from "./types";

/** Where the encrypted parts of answers and decisions are stored. */
export const answersPlace = (row: string, column: "answers" | "note") => ({ table: "risk_assessments", column, row });
export const decisionPlace = (row: string) => ({ table: "risk_decisions", column: "reason", row });

/** The name of the field of a question. */
export const fieldOf = (key: string) => `is-${key}` as const;

const higher = (a: Risk, b: Risk): Risk => (risks.indexOf(a) >= risks.indexOf(b) ? a : b);

/** The level that the answers suggest: by points, by one answer that is enough alone, and never below the floor. */
export function suggestRisk(answers: RiskAnswers, floor: RiskFloor): Suggestion {
  const is = (answer: RiskAnswer) => riskQuestions.filter(({ key }) => (answers[key] ?? "unknown") === answer);
  const reasons = is("yes").toSorted((a, b) => Number(b.alone) - Number(a.alone) || b.points - a.points);
  const points = reasons.reduce((sum, question) => sum + question.points, 0);
  const byPoints = points >= riskLevels.high ? "high" : points >= riskLevels.elevated ? "elevated" : "standard";
  const own = reasons.some(({ alone }) => alone) ? "high" : byPoints;
  return { points, level: floor ? higher(own, floor.level) : own, reasons, unknown: is("unknown") };
}

/** A score never lowers what a person decided about danger. */
export function floorOf(inDanger: boolean, lastAnswer: Answer | undefined): RiskFloor {
  if (inDanger) return { level: "high", why: "in_danger" };
  return lastAnswer === "serious" ? { level: "elevated", why: "serious" } : null;
}

export const isBelow = (level: Risk, floor: RiskFloor): boolean =>
  floor !== null && risks.indexOf(level) < risks.indexOf(floor.level);

/** The questions in their groups, as they are asked. */
export const questionGroups = riskGroups;

/** The points from which a level is suggested. */
export const suggestedFrom = riskLevels;
