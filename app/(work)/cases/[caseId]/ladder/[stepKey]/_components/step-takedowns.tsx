import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { LinkButton } from "@/app/_ui/link-button";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { PartView } from "@/lib/escalation/ladder/types";
import { t } from "@/lib/platform/language/translate";
import { chipKinds } from "./step-state";

/** The items of the take-down list that count for this step. What is recorded there is its state. */
export function StepTakedowns({ caseId, items }: { caseId: string; items: readonly PartView[] }) {
  const path = `/cases/${caseId}/takedowns`;
  return (
    <Panel
      id="takedowns"
      title={t("On the take-down list")}
      padded={false}
      end={
        <LinkButton icon="list-filter" href={path as Route}>
          {t("Open the take-down list")}
        </LinkButton>
      }
    >
      {items.length > 0 ? (
        <DataTable
          rows={items}
          keyOf={({ key }) => key}
          columns={[
            {
              head: t("Item"),
              cell: ({ name, takedown }) => <PageLink href={`${path}/${takedown?.id}` as Route}>{name}</PageLink>,
            },
            {
              head: t("Where it stands"),
              cell: ({ status, word }) => <Chip kind={chipKinds[status]}>{word}</Chip>,
            },
            { head: t("Report ID"), cell: ({ number }) => <RefNumber value={number} none={t("None yet")} /> },
            { head: t("Clock"), cell: ({ clock }) => clock?.text ?? t("None runs") },
          ]}
        />
      ) : (
        <p className="panel__body muted">
          {t("Put each post, account, message and picture on the list: each is reported and followed by itself.")}
        </p>
      )}
    </Panel>
  );
}
