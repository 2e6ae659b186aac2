import type { Route } from "next";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import type { RefusalView } from "@/lib/escalation/refusals/types";
import { t } from "@/lib/platform/language/translate";

/** The refusals of a step, each with its current level. */
type Props = {
  caseId: string;
  refusals: readonly RefusalView[];
  /** Time zones of the home country, then of the other. */
  zones: readonly string[];
  children?: React.ReactNode;
};

export function RefusalLines({ caseId, refusals, zones, children }: Props) {
  return (
    <Panel title={t("Refusals")} id="refusals" padded={false}>
      <Items
        items={refusals.map((refusal) => ({
          key: refusal.id,
          href: `/cases/${caseId}/refusals?number=${refusal.number}#refusal-${refusal.number}` as Route,
          title: t("Refusal {number}: {office}", { number: refusal.number, office: refusal.office }),
          why: (
            <>
              <CaseTime at={refusal.refusedAt} zones={[...zones, refusal.zone]} />
              <span className="block">
                {refusal.rung ? t("Now with: {to}", { to: refusal.rung.to }) : refusal.advice}
              </span>
            </>
          ),
          side: refusal.settledOn ? (
            <Chip kind="done">{t("Settled")}</Chip>
          ) : (
            <Chip kind={refusal.due?.state === "overdue" ? "overdue" : "waiting"}>
              {refusal.due?.words ?? t("Open")}
            </Chip>
          ),
        }))}
      />
      {children}
    </Panel>
  );
}
