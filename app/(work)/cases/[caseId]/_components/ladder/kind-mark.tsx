import { clockKindMeanings } from "@/lib/jurisdictions/labels";
import type { ClockKind } from "@/lib/jurisdictions/types";

/** The letter beside a clock: L law, P provider, D our own default. */
export function KindMark({ kind }: { kind: ClockKind }) {
  return (
    <abbr className="kind" title={`${kind}: ${clockKindMeanings[kind]}`}>
      {kind}
    </abbr>
  );
}
