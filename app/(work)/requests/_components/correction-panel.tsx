import type { Route } from "next";
import { Select } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { SomebodyElse } from "@/app/(work)/_components/somebody-else";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { correctedLabels } from "@/lib/privacy/data-subject-requests/labels";
import { type CorrectionView, corrected, type RequestView } from "@/lib/privacy/data-subject-requests/types";
import { noteCorrectionAction } from "../actions";

type Props = { request: RequestView; corrections: readonly CorrectionView[] };

/** What was corrected, with the previous value; and the form, once a supervisor granted it. */
export function CorrectionPanel({ request, corrections }: Props) {
  const { id, state, clientId, fromWhom } = request;
  const granted = (state === "decided" || state === "answered") && clientId !== null;
  if (!granted && corrections.length === 0) return null;
  const what = fromWhom === "client" ? corrected : (["other"] as const);
  return (
    <Panel id="correction" title={t("What is put right")}>
      {corrections.length > 0 ? <Facts items={corrections.map(factOf)} /> : null}
      {granted ? (
        <ActionForm action={noteCorrectionAction} label={t("Put something right")} prefix="correction">
          <input type="hidden" name="requestId" value={id} />
          <Select
            name="what"
            label={t("What was wrong")}
            blank={t("Choose")}
            options={what.map((value) => ({ value, label: correctedLabels[value] }))}
          />
          <TextArea
            name="before"
            label={t("As it stood")}
            hint={t("Only for something else: a detail of the client is taken over as it stood")}
            rows={2}
            optional
          />
          <TextArea name="after" label={t("What is right")} rows={2} />
          <TextArea name="why" label={t("What shows it")} rows={2} />
          <SomebodyElse />
          <SubmitFoot pendingText={t("Saving")}>{t("Put it right")}</SubmitFoot>
        </ActionForm>
      ) : null}
      {granted ? (
        <p className="muted">
          {rich(
            "To change how the client is reached, go to <link>their own page</link>; change everything else where it appears in the case.",
            { link: (words) => <PageLink href={`/clients/${clientId}` as Route}>{words}</PageLink> },
          )}
        </p>
      ) : null}
    </Panel>
  );
}

const factOf = ({ what, before, after, why, notedBy, notedAt }: CorrectionView, at: number) => ({
  name: `${at + 1}. ${correctedLabels[what]}`,
  value: `${after}. Before: ${before ?? "nothing"}. ${why} (${notedBy}, ${formatInstant(notedAt, officeZone())})`,
});
