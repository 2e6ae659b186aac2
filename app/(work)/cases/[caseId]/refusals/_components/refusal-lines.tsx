import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import type { RefusalView } from "@/lib/escalation/refusals/types";
import { formatInstant } from "@/lib/platform/text/format";

/** The refusals of a step, each with its current level. */
type Props = { caseId: string; refusals: readonly RefusalView[]; children?: React.ReactNode };

export function RefusalLines({ caseId, refusals, children }: Props) {
  return (
    <Panel title="Refusals" id="refusals" padded={false}>
      <Items
        items={refusals.map((refusal) => ({
          key: refusal.id,
          href: `/cases/${caseId}/refusals?number=${refusal.number}#refusal-${refusal.number}` as Route,
          title: `Refusal ${refusal.number}: ${refusal.office}`,
          why: `${formatInstant(refusal.refusedAt, refusal.zone)}. ${refusal.rung ? `Now with: ${refusal.rung.to}` : refusal.advice}`,
          side: refusal.settledOn ? (
            <Chip kind="done">Settled</Chip>
          ) : (
            <Chip kind={refusal.due?.state === "overdue" ? "overdue" : "waiting"}>{refusal.due?.words ?? "Open"}</Chip>
          ),
        }))}
      />
      {children}
    </Panel>
  );
}
