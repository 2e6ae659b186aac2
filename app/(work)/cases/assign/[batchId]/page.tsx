import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { requireCtx } from "@/lib/auth/sessions/session";
import { resultHints, resultLabels } from "@/lib/casework/assignments/labels";
import { readBatch } from "@/lib/casework/assignments/queries";
import {
  type AssignmentResult,
  assignmentResults,
  type BatchRow,
  type BatchView,
} from "@/lib/casework/assignments/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { BatchRunner } from "../_components/batch-runner";

export const metadata: Metadata = { title: t("Cases assigned") };

export default async function BatchPage({ params }: PageProps<"/cases/assign/[batchId]">) {
  const ctx = await requireCtx("case.write");
  const batch = await orNotFound(readBatch(ctx, (await params).batchId));
  const left = batch.rows.length - batch.done;
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Cases"), href: "/cases" }]} />
      <PageHead title={t("Cases for {to}", { to: batch.to })}>{summaryOf(batch)}</PageHead>
      {left > 0 && batch.mine ? (
        <Panel label={t("Progress")}>
          <BatchRunner batchId={batch.id} first={{ done: batch.done, total: batch.rows.length }} />
        </Panel>
      ) : null}
      <Panel label={t("About this list")}>
        <Facts
          items={[
            { name: t("Asked by"), value: batch.by },
            { name: t("When"), value: formatInstant(batch.askedAt, officeZone()) },
            { name: t("Why"), value: batch.reason },
          ]}
        />
      </Panel>
      <Panel title={t("What came of each case")} id="results" padded={false}>
        <ResultTable rows={batch.rows} />
      </Panel>
    </Page>
  );
}

function summaryOf({ rows, done }: BatchView): string {
  const counts = assignmentResults.flatMap((result) => {
    const n = rows.filter((row) => row.result === result).length;
    return n > 0 ? [`${n} ${resultLabels[result].toLowerCase()}`] : [];
  });
  const waiting = rows.length - done;
  const all = [...counts, ...(waiting > 0 ? [t("{waiting} not yet tried", { waiting })] : [])];
  return `${plural(rows.length, "case")}: ${all.join(", ")}.`;
}

const kinds: Record<AssignmentResult, ChipKind> = {
  given: "done",
  theirs: "plain",
  not_permitted: "overdue",
  closed: "warning",
  gone: "warning",
};

function ResultTable({ rows }: { rows: readonly BatchRow[] }) {
  return (
    <DataTable
      caption={t("Each case and its result")}
      rows={rows}
      keyOf={(row) => row.askedId}
      columns={[
        {
          head: t("Case"),
          cell: (row) =>
            row.pseudonym ? (
              <PageLink className="rowlink" href={`/cases/${row.askedId}` as Route}>
                {row.pseudonym}, {row.code}
              </PageLink>
            ) : (
              t("A case that you cannot see")
            ),
        },
        {
          head: t("Result"),
          cell: ({ result }) =>
            result ? (
              <Chip kind={kinds[result]}>{resultLabels[result]}</Chip>
            ) : (
              <Chip icon="hourglass">{t("Not yet tried")}</Chip>
            ),
        },
        {
          head: t("What it means"),
          cell: ({ result }) => (result ? resultHints[result] : t("It waits for its turn.")),
        },
      ]}
    />
  );
}
