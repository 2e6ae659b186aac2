import type { Route } from "next";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { LookFields } from "../../takedowns/_components/look-fields";
import { recordLooksAction } from "../../takedowns/actions";

type Props = { caseId: string; item: { id: string; code: string }; exhibits: PickList; today: string };

/** An address that is on the take-down list is looked at there: one look answers both. */
export function AddressLook({ caseId, item, exhibits, today }: Props) {
  return (
    <ActionForm action={recordLooksAction} label={t("Check its address again")} guard={false} className="stack">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="takedownIds" value={item.id} />
      <p className="muted">
        {rich("Its address is <link>{code} on the take-down list</link>: what you record here is kept there.", {
          code: item.code,
          link: (words) => <PageLink href={`/cases/${caseId}/takedowns/${item.id}` as Route}>{words}</PageLink>,
        })}
      </p>
      <LookFields today={today} exhibits={exhibits} />
    </ActionForm>
  );
}
