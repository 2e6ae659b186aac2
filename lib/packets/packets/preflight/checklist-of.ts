import type { Checklist } from "@/lib/law/jurisdictions/checklist-types";
import { findChecklist } from "@/lib/law/jurisdictions/rules";
import type { PacketKindKey } from "../types";

/** The checklist of the receiver of a packet of this kind, for this pair of countries (`ZA-US`). */
export function checklistOf(kind: PacketKindKey, pair: string): Checklist {
  return findChecklist(kind, pair);
}
