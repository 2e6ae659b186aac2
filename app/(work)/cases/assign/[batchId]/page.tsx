import type { Metadata, Route } from "next";
import Link from "next/link";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Chip, type ChipKind } from "@/app/_ui/chip";
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
import { formatInstant, plural } from "@/lib/platform/text/format";
import { BatchRunner } from "../_components/batch-runner";

export const metadata: Metadata = { title: "Cases assigned" };

export default async function BatchPage({ params }: PageProps<"/cases/assign/[batchId]">) {
  const ctx = await requireCtx("case.write");
  const batch = await orNotFound(readBatch(ctx, (await params).batchId));
  const left = batch.rows.length - batch.done;
  return (
    <Page>
      <Breadcrumb items={[{ label: "Cases", href: "/cases" }]} />
      <PageHead title={`Cases for ${batch.to}`}>{summaryOf(batch)}</PageHead>
      {left > 0 && batch.mine ? (
        <Panel label="Progress">
          <BatchRunner batchId={batch.id} first={{ done: batch.done, total: batch.rows.length }} />
        </Panel>
      ) : null}
      <Panel label="About this list">
        <Facts
          items={[
            { name: "Asked by", value: batch.by },
            { name: "When", value: formatInstant(batch.askedAt, officeZone()) },
            { name: "Why", value: batch.reason },
          ]}
        />
      </Panel>
      <Panel title="What came of each case" id="results" padded={false}>
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
  const all = [...counts, ...(waiting > 0 ? [`${waiting} not yet tried`] : [])];
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
      caption="Each case and its result"
      rows={rows}
      keyOf={(row) => row.askedId}
      columns={[
        {
          head: "Case",
          cell: (row) =>
            row.pseudonym ? (
              <Link className="rowlink" href={`/cases/${row.askedId}` as Route}>
                {row.pseudonym}, {row.code}
              </Link>
            ) : (
              "A case that is not there for you"
            ),
        },
        {
          head: "Result",
          cell: ({ result }) =>
            result ? (
              <Chip kind={kinds[result]}>{resultLabels[result]}</Chip>
            ) : (
              <Chip icon="hourglass">Not yet tried</Chip>
            ),
        },
        {
          head: "What it means",
          cell: ({ result }) => (result ? resultHints[result] : "It waits for its turn."),
        },
      ]}
    />
  );
}
