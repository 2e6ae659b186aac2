import { KindMark } from "@/app/_ui/kind-mark";
import { weakMarks } from "@/lib/law/jurisdictions/labels";
import type { ClockKind, LegalSource } from "@/lib/law/jurisdictions/types";
import { LawMark } from "./law-sources";

/** Who sets a time limit, with a mark if the limit was not read in a source or is to be confirmed. */
export function ClockMarks({ kind, sources }: { kind: ClockKind; sources: readonly LegalSource[] }) {
  return (
    <>
      <KindMark kind={kind} />
      {weakMarks(kind, sources).map((mark) => (
        <LawMark key={mark} mark={mark} />
      ))}
    </>
  );
}

/** The meaning of the marks of weak sources; shown with the legend of the letters. */
export function WeakLegend() {
  return (
    <span className="row row--tight small muted">
      <span className="nowrap">
        <LawMark mark="G" /> no source read
      </span>
      <span className="nowrap">
        <LawMark mark="C" /> to confirm
      </span>
    </span>
  );
}
