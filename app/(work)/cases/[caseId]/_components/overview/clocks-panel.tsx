import Link from "next/link";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Clocks } from "@/app/_ui/items";
import { KindLegend, KindMark } from "@/app/_ui/kind-mark";
import { Panel } from "@/app/_ui/panel";
import type { LadderClock } from "@/lib/ladder/types";

const chipKinds = { overdue: "overdue", soon: "warning" } as const;

/** Every clock that runs: the event, by when, why, and whether law, provider or we set it. */
export function ClocksPanel({ clocks, caseId }: { clocks: readonly LadderClock[]; caseId: string }) {
  if (clocks.length === 0) {
    return (
      <Panel title="Clocks running" id="clocks" padded={false}>
        <EmptyState icon="timer" title="No clock runs yet">
          A clock starts by itself when what triggers it is recorded, such as the day a statement was given.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title="Clocks running" id="clocks" padded={false} foot={<KindLegend />}>
      <Clocks
        items={clocks.slice(0, 6).map((clock) => ({
          key: `${clock.stepKey}-${clock.code}`,
          name: (
            <>
              <Link href={`/cases/${caseId}/ladder/${clock.stepKey}`}>{clock.stepTitle}</Link>{" "}
              <KindMark kind={clock.kind} />
            </>
          ),
          when:
            clock.state === "running" ? (
              <span className="nowrap">{clock.words}</span>
            ) : (
              <Chip kind={chipKinds[clock.state]}>{clock.words}</Chip>
            ),
          why: clock.why,
        }))}
      />
    </Panel>
  );
}
