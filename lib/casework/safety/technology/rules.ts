import { proofItem, type TechnologyItem } from "@/lib/law/jurisdictions/common/technology-items";
import type { CheckedItem, CheckState } from "./types";

export const checkNotePlace = (row: string) => ({ table: "safety_checks", column: "note", row });

/** How many items are in each state. */
export function countStates(items: readonly Pick<CheckedItem, "state">[]): Record<CheckState, number> {
  const of = (state: CheckState) => items.filter((item) => item.state === state).length;
  return { not_asked: of("not_asked"), fine: of("fine"), to_do: of("to_do"), done: of("done") };
}

/** What may destroy proof waits until the proof is kept. */
export function waitsForProof(item: TechnologyItem, all: readonly CheckedItem[]): boolean {
  const proof = all.find((candidate) => candidate.item.key === proofItem);
  return item.destroys !== "" && proof?.state !== "done" && proof?.state !== "fine";
}
