import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { officeZone } from "@/lib/law/office/rules";
import type { CountedReports, Filter } from "@/lib/oversight/reports/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { countAgainAction } from "../actions";

type Props = { filter: Filter; counted: CountedReports };

/** Says when the figures were counted, or that they could not be, and counts them again. */
export function CountAgain({ filter: { from, to, memberId, pair }, counted: { reports, countedAt } }: Props) {
  if (!countedAt) return null;
  const at = formatInstant(countedAt, officeZone());
  const title = reports ? t("Counted on {at}", { at }) : t("Could not be counted");
  return (
    <Notice kind={reports ? "info" : "warning"} title={title}>
      {reports
        ? t("What was recorded since then is not in these figures, nor in their files.")
        : t("It took too long, tried last on {at}. Choose a shorter period, one caseworker or one pair of countries.", {
            at,
          })}
      <ActionForm action={countAgainAction} label={t("Count again")} guard={false}>
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="memberId" value={memberId ?? ""} />
        <input type="hidden" name="pair" value={pair ?? ""} />
        <SubmitButton small variant="secondary" pendingText={t("Starting")}>
          {t("Count again")}
        </SubmitButton>
      </ActionForm>
    </Notice>
  );
}
