import type { refusals } from "@/db/schema";
import { branchesOf, branchOf } from "@/lib/escalation/refusals/rules";
import type { Playbook, PlaybookStep, Rung } from "@/lib/law/jurisdictions/types";
import { packetKinds } from "../labels";
import type { PacketKindKey } from "../types";

export type RefusalRow = Pick<
  typeof refusals.$inferSelect,
  "id" | "number" | "stepKey" | "rungKey" | "office" | "refusedAt" | "zone" | "settledOn"
>;

/**
 * The steps of the ladder that a kind of packet belongs to; a complaint without one belongs to the steps with levels.
 */
export function stepsFor(kind: PacketKindKey, playbook: Playbook): PlaybookStep[] {
  const named = Object.values(playbook.steps).filter((step) => step.produces.packet === kind);
  return named.length === 0 && packetKinds[kind].asks.includes("refusal") ? branchesOf(playbook) : named;
}

/** The current level of a refusal; null if the playbook has none for its step. */
export function rungOf(playbook: Playbook, row: Pick<RefusalRow, "stepKey" | "rungKey">): Rung | null {
  return branchOf(playbook, row.stepKey)?.rungs?.find((rung) => rung.key === row.rungKey) ?? null;
}
