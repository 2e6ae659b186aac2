import type { Block } from "@/lib/platform/pdf/blocks";
import { checklistFor } from "../../preflight/preflight";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { checked, overrides, reasonText, releases, resultText, ruleText, sourceText } from "../preflight-result";
import { cells, subheading, table } from "../section";
import { fixedPara } from "../source-column";

/** The receiver's checklist with its results, the override reasons, and the releases that were checked. */
export function checklist(snapshot: PacketSnapshot, no: string): Block[] {
  return [
    { ...subheading(no, "Preflight result"), anchor: "preflight" } as Block,
    checked(snapshot),
    ...overrides(snapshot),
    ...lines(snapshot),
    ...(snapshot.preflight ? [fixedPara("F12")] : []),
    ...releases(snapshot),
  ];
}

function lines(snapshot: PacketSnapshot): Block[] {
  const results = snapshot.preflight?.results ?? [];
  if (results.length === 0) return [];
  const known = new Map(checklistFor(snapshot).lines.map((line) => [line.id, line]));
  const rows = results.map((result) => {
    const line = known.get(result.id);
    return cells(
      result.id,
      line ? ruleText(line, result) : reasonText(result),
      line ? sourceText(line) : "checklist",
      resultText(result),
    );
  });
  return [
    table(
      [
        [14, "Line"],
        [84, "Rule"],
        [44, "Source and mark"],
        [28, "Result"],
      ] as const,
      rows,
      true,
    ),
  ];
}
