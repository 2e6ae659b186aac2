import { Notice } from "@/app/_ui/notice";
import { oddityLabels } from "@/lib/casework/references/labels";
import type { ReferencePage } from "@/lib/casework/references/queries";
import { t } from "@/lib/platform/language/translate";

/** What looked odd when the number was recorded, until it is corrected. */
export function ReferenceWarnings({ row }: { row: ReferencePage }) {
  return (
    <>
      {row.withdrawn ? (
        <Notice title={t("Withdrawn")} icon="ban">
          {t("This number is no longer on the case. Its history stays.")}
        </Notice>
      ) : null}
      {row.warnings.length > 0 ? (
        <Notice kind="warning" title={row.warnings.map((code) => oddityLabels[code]).join(". ")}>
          {row.counts || row.state !== "issued"
            ? t("It was saved as it is. Correct it if it turns out to be wrong.")
            : t("It was saved as it is, but no step can use it: the correct number is still needed.")}
        </Notice>
      ) : null}
    </>
  );
}
