import { Chip, type ChipKind } from "@/app/_ui/chip";
import { DataTable } from "@/app/_ui/table/data-table";
import { mailCheckWords } from "@/lib/evidence/exposure/labels";
import { t } from "@/lib/platform/language/translate";
import type { MailCheck } from "@/lib/platform/sandbox/types";

/** What servers on the way found when they checked who sent the mail, in plain words. */
export function MailChecks({ checks }: { checks: readonly MailCheck[] }) {
  if (checks.length === 0)
    return <p className="panel__body muted">{t("No server noted whether the sender is genuine.")}</p>;
  return (
    <DataTable
      caption={t("Is the sender genuine?")}
      captionClass="panel__body strong"
      rows={checks}
      keyOf={({ method }, at) => `${String(at)} ${method}`}
      wide
      columns={[
        {
          head: t("Check"),
          label: t("Check"),
          cell: ({ method, domain }) => (
            <>
              {method.toUpperCase()}
              {domain ? <span className="small muted breakable">{domain}</span> : null}
            </>
          ),
        },
        {
          head: t("Result"),
          cell: ({ result }) => (
            <Chip kind={kindOf(result)} icon={result === "pass" ? "check" : undefined}>
              {result}
            </Chip>
          ),
        },
        { head: t("What it means"), label: t("Means"), cell: ({ method, result }) => mailCheckWords(method, result) },
        { head: t("Checked by"), cell: ({ by }) => (by ? <span className="breakable">{by}</span> : t("Not stated")) },
      ]}
    />
  );
}

function kindOf(result: string): ChipKind {
  if (result === "pass") return "done";
  return /^(fail|softfail|policy)$/.test(result) ? "overdue" : "plain";
}
