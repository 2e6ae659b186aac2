import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import type { RefusalView } from "@/lib/escalation/refusals/types";
import { formatInstant } from "@/lib/platform/text/format";

/** The refusals that belong to a step, each with the rung on which it stands. */
type Props = { caseId: string; refusals: readonly RefusalView[]; children?: React.ReactNode };

export function RefusalLines({ caseId, refusals, children }: Props) {
  return (
    <Panel title="Refusals" id="refusals" padded={false}>
      <Items
        items={refusals.map((one) => ({
          key: one.id,
          href: `/cases/${caseId}/refusals?number=${one.number}#refusal-${one.number}` as Route,
          title: `Refusal ${one.number}: ${one.office}`,
          why: `${formatInstant(one.refusedAt, one.zone)}. ${one.rung ? `Now with: ${one.rung.to}` : one.advice}`,
          side: one.settledOn ? (
            <Chip kind="done">Settled</Chip>
          ) : (
            <Chip kind={one.due?.state === "overdue" ? "overdue" : "waiting"}>{one.due?.words ?? "Open"}</Chip>
          ),
        }))}
      />
      {children}
    </Panel>
  );
}
