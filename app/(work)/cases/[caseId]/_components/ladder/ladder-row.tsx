import type { RowView, StepView } from "@/lib/escalation/ladder/types";
import { Crossing } from "./crossing";
import { StepCard } from "./step-card";

type RowProps = { row: RowView; climbed: boolean; caseId: string };

/** One row: home, the way over, there. Reading order is the same. */
export function LadderRow({ row, climbed, caseId }: RowProps) {
  const bridge = row.crossing?.kind === "bridge" ? " ladder__row--bridge" : "";
  return (
    <div className={`ladder__row${bridge}${climbed ? " is-climbed" : ""}`}>
      <SideCell side="home" step={row.home} row={row} caseId={caseId} />
      <div className="cell cell--gap">{row.crossing && <Crossing crossing={row.crossing} />}</div>
      <SideCell side="there" step={row.there} row={row} caseId={caseId} />
    </div>
  );
}

type SideProps = { side: "home" | "there"; step: StepView | null; row: RowView; caseId: string };

function SideCell({ side, step, row, caseId }: SideProps) {
  if (step) {
    return (
      <div className={`cell cell--${side}`}>
        <StepCard step={step} caseId={caseId} />
      </div>
    );
  }
  if (row.note?.side === side) {
    return (
      <div className={`cell cell--${side}`}>
        <p className="cellnote small">{row.note.text}</p>
      </div>
    );
  }
  return <div className={`cell cell--${side} cell--empty`} />;
}
