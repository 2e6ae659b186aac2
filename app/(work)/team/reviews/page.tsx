import type { Metadata, Route } from "next";
import Link from "next/link";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Select } from "@/app/_ui/choice";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { DataTable } from "@/app/_ui/table/data-table";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listNotReviewed } from "@/lib/casework/reviews/queries";
import type { ReviewedCase } from "@/lib/casework/reviews/types";
import { officeZone } from "@/lib/law/office/rules";
import { reviewDays } from "@/lib/oversight/my-work/rules";
import { isId } from "@/lib/platform/ids";
import { formatDate, plural } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";

export const metadata: Metadata = { title: "Cases not reviewed" };

const choices = [14, 30, 60, 90];

export default async function NotReviewedPage({ searchParams }: PageProps<"/team/reviews">) {
  const ctx = await requireCtx("team.read");
  const { days: asked, owner } = await searchParams;
  const days = choices.find((choice) => String(choice) === asked) ?? reviewDays;
  const ownerId = typeof owner === "string" && isId(owner) ? owner : undefined;
  const rows = await listNotReviewed(ctx, days, ownerId);
  return (
    <Page>
      <Breadcrumb items={[{ label: "Team", href: "/team" }]} />
      <PageHead title="Cases not reviewed">
        Open cases on which no supervisor wrote a review note for {days} days. A new case counts from its opening.
      </PageHead>
      <Panel label="For how long">
        <form method="get" className="row items-end" aria-label="For how long">
          {ownerId ? <input type="hidden" name="owner" value={ownerId} /> : null}
          <Select
            name="days"
            label="Not reviewed for"
            short
            defaultValue={String(days)}
            options={choices.map((choice) => ({ value: String(choice), label: `${choice} days` }))}
          />
          <SubmitButton variant="secondary" pendingText="Looking">
            Show
          </SubmitButton>
        </form>
      </Panel>
      <Panel id="cases" title={plural(rows.length, "case")} padded={false}>
        {rows.length === 0 ? (
          <EmptyState icon="check" title="Every open case was looked through">
            Write a review note from the Actions of a case, also when all is well.
          </EmptyState>
        ) : (
          <NotReviewed rows={rows} zone={officeZone()} />
        )}
      </Panel>
    </Page>
  );
}

function NotReviewed({ rows, zone }: { rows: readonly ReviewedCase[]; zone: string }) {
  return (
    <DataTable
      caption="Cases, the longest wait first"
      rows={rows}
      keyOf={(row) => row.caseId}
      columns={[
        {
          head: "Case",
          cell: (row) => (
            <Link className="rowlink" href={`/cases/${row.caseId}/reviews` as Route}>
              {row.pseudonym}, {row.code}
            </Link>
          ),
        },
        { head: "Owner", cell: (row) => row.ownerName },
        {
          head: "Last reviewed",
          cell: ({ lastReviewedAt: at }) =>
            at ? formatDate(civilDate(at, zone)) : <span className="muted">Not yet</span>,
        },
        { head: "Opened", cell: (row) => formatDate(civilDate(row.openedAt, zone)) },
      ]}
    />
  );
}
