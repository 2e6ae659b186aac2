import type { Route } from "next";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import type { PickList } from "@/lib/casework/incidents/types";
import { entryLabels, lookerLabels } from "@/lib/escalation/takedowns/labels";
import type { ExhibitLooks } from "@/lib/escalation/takedowns/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { LookFields } from "../../takedowns/_components/look-fields";
import { recordLooksAction } from "../../takedowns/actions";

type Props = {
  caseId: string;
  watched: ExhibitLooks;
  exhibits: PickList;
  today: string;
  zone: string;
  closed: boolean;
};

/** How many of the newest looks stand on the page of an exhibit; all are on the take-down list. */
const shown = 5;

/** An address that is on the take-down list is looked at there: one look answers both, and every exhibit of it. */
export function AddressLook({ caseId, watched: { items, looks }, exhibits, today, zone, closed }: Props) {
  const [first] = items;
  if (!first) return null;
  return (
    <div className="stack">
      <p className="muted">
        {rich("Its address is <link>{code} on the take-down list</link>: what you record here is kept there.", {
          code: items.map(({ code }) => code).join(", "),
          link: (words) => <PageLink href={`/cases/${caseId}/takedowns/${first.id}` as Route}>{words}</PageLink>,
        })}
      </p>
      {looks.length > 0 ? (
        <ul className="stack stack--s" aria-label={t("Looks at its address, newest first")}>
          {looks.slice(0, shown).map(({ id, found, on, at, seenBy, by }) => (
            <li key={id}>
              <strong>{entryLabels[found]}</strong>
              <span className="block small muted">
                {t("{when}. {who}", {
                  when: at ? formatInstant(at, zone) : formatDate(on),
                  who: [lookerLabels[seenBy], by].filter(Boolean).join(", "),
                })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {closed ? null : (
        <ActionForm action={recordLooksAction} label={t("Check its address again")} guard={false} className="stack">
          <input type="hidden" name="caseId" value={caseId} />
          {items.map(({ id }) => (
            <input key={id} type="hidden" name="takedownIds" value={id} />
          ))}
          <LookFields today={today} exhibits={exhibits} />
        </ActionForm>
      )}
    </div>
  );
}
