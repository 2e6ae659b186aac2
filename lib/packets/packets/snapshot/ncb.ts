import { briefingWordsOf } from "@/lib/law/jurisdictions/pairs/briefing-words";
import { findAgency, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import type { DraftContent } from "../input";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";

type Setting = { playbook: Playbook | null; law: Law; references: PacketSnapshotInput["references"] };

/** The request to a National Central Bureau. Only what somebody wrote is filled in. */
export function ncbPart(
  record: CaseRecord,
  { ncbAsk }: DraftContent,
  setting: Setting,
): Pick<PacketSnapshotInput, "ncb"> {
  const { purpose, action, by, priority, conditions, level } = ncbAsk;
  return {
    ncb: {
      purpose: purpose || null,
      action: action || null,
      by: by || null,
      priority,
      conditions: conditions || null,
      level,
      from: bureau(record, setting, "home"),
      to: bureau(record, setting, "there"),
      ownReference: numberOf(record, setting, "home"),
      otherReference: numberOf(record, setting, "there"),
    },
  };
}

/** The bureau as the data of the pair names it, without its abbreviation in brackets. */
function bureau(record: CaseRecord, { playbook, law }: Setting, side: "home" | "there"): string {
  const words = briefingWordsOf(record.case.pair).ncb;
  const key = (side === "home" ? words.from : words.to) ?? stepOf(playbook, side)?.agencies[0];
  const name = key ? findAgency(key, law)?.name : null;
  return name?.replace(/ \(.*\)$/, "").replace(/^INTERPOL NCB/, "NCB") ?? "";
}

/** The step in which the message leaves, and the one in which it arrives. */
function stepOf(playbook: Playbook | null, side: "home" | "there") {
  const steps = Object.values(playbook?.steps ?? {});
  const leaves = steps.find((step) => step.produces.packet === "interpol_briefing");
  if (side === "home") return leaves;
  const row = playbook?.levels.flatMap((level) => level.rows).find((pairOfSteps) => pairOfSteps.home === leaves?.key);
  return row?.there ? playbook?.steps[row.there] : undefined;
}

/** The code in the register of a number that the bureau of this side gave. */
function numberOf(record: CaseRecord, { playbook, references }: Setting, side: "home" | "there"): string | null {
  const kinds = stepOf(playbook, side)?.produces.references ?? [];
  const known = record.references.filter((row) => row.state !== "withdrawn");
  const at = known.findIndex((row) => kinds.includes(row.kind));
  const reference = references?.[at];
  return reference?.state === "issued" ? reference.code : null;
}
