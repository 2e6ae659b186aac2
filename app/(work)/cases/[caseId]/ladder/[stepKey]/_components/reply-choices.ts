import type { StepGuards } from "@/lib/escalation/ladder/types";
import type { ReplyMeaning } from "@/lib/escalation/replies/types";
import type { ReplyChoices } from "./step-forms";

export type NumberChoice = { value: string; label: string; needsStation: boolean };

/** What a call or a letter may mean for the step now, by what the rules permit, and which numbers it may bring. */
export function replyChoices(
  guards: StepGuards,
  recorded: string | null,
  numbers: readonly NumberChoice[],
  /** Off for what nobody was asked yet: it cannot be answered. */
  mayBeAnswered = true,
): ReplyChoices {
  const meanings: ReplyMeaning[] = [
    "nothing",
    ...(guards.begin.ok && recorded === null ? (["begun"] as const) : []),
    ...(mayBeAnswered && guards.outcome.ok ? (["part"] as const) : []),
    ...(mayBeAnswered && guards.complete.ok ? (["all"] as const) : []),
  ];
  return {
    meanings,
    numbers: numbers.map(({ value, label }) => ({ value, label })),
    asksStation: numbers.some(({ needsStation }) => needsStation),
  };
}
