import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import type { ChargeView } from "@/lib/casework/charges/types";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

type Props = { caseId: string; incidents: PickList; charges: readonly ChargeView[]; current?: string };

/** The acts of the case, each with how many elements it is linked to: linking starts from here. */
export function ActList({ caseId, incidents, charges, current }: Props) {
  if (charges.length === 0 || incidents.options.length === 0) return null;
  const elements = charges.flatMap((charge) => charge.elements);
  return (
    <Panel title={t("What does each act show?")} id="acts" padded={false}>
      <div className="items">
        {incidents.options.map(({ id, code, label }) => {
          const linked = elements.filter((element) => element.incidentIds.includes(id)).length;
          return (
            <PageLink
              className="item item--row"
              key={id}
              href={`/cases/${caseId}/charges/acts/${code}` as Route}
              aria-current={id === current ? "page" : undefined}
            >
              <span className="item__title">{code}</span>
              <span className="item__why clamp">{label}</span>
              <span className="item__side small muted">
                {linked > 0 ? t("shows {elements}", { elements: plural(linked, "element") }) : t("not linked yet")}
              </span>
            </PageLink>
          );
        })}
      </div>
    </Panel>
  );
}
