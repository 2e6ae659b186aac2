import type { Checklist } from "@/lib/law/jurisdictions/checklist-types";
import { findChecklist } from "@/lib/law/jurisdictions/rules";
import type { PacketKindKey } from "../types";

/** What the receiver of a packet of this kind asks, on this pair of countries (`ZA-US`). */
export function checklistOf(kind: PacketKindKey, pair: string): Checklist {
  return findChecklist(kind, pair);
}
