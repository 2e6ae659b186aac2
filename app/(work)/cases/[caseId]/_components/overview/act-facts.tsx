import { Facts } from "@/app/_ui/panel";
import type { NextStep } from "@/lib/escalation/steps/next-step/types";
import { t } from "@/lib/platform/language/translate";
import { capitalised, formatDate } from "@/lib/platform/text/format";

/** Who has it, and by when: what a person asks before acting. */
export function ActFacts({ act }: { act: NextStep }) {
  const items = [
    ...(act.whom ? [{ name: t("Who has it"), value: capitalised(act.whom) }] : []),
    ...(act.due
      ? [{ name: t("By when"), value: t("{day}, {words}", { day: formatDate(act.due.on), words: act.due.words }) }]
      : []),
  ];
  return items.length > 0 ? <Facts items={items} /> : null;
}
