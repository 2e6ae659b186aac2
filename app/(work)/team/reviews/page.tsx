import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Select } from "@/app/_ui/choice";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { DataTable } from "@/app/_ui/table/data-table";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listNotReviewed } from "@/lib/casework/reviews/queries";
import type { ReviewedCase } from "@/lib/casework/reviews/types";
import { officeZone } from "@/lib/law/office/rules";
import { reviewDays } from "@/lib/oversight/my-work/rules";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";

export const metadata: Metadata = { title: t("Cases not reviewed") };

const choices = [14, 30, 60, 90];

export default async function NotReviewedPage({ searchParams }: PageProps<"/team/reviews">) {
  const ctx = await requireCtx("team.read");
  const { days: asked, owner } = await searchParams;
  const days = choices.find((choice) => String(choice) === asked) ?? reviewDays;
  const ownerId = typeof owner === "string" && isId(owner) ? owner : undefined;
  const rows = await listNotReviewed(ctx, days, ownerId);
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Team"), href: "/team" }]} />
      <PageHead title={t("Cases not reviewed")}>
        {t(
          "Open cases on which no supervisor wrote a review note for {days} days. A new case counts from its opening.",
          { days },
        )}
      </PageHead>
      <Panel label={t("For how long")}>
        <form method="get" className="row row--end" aria-label={t("For how long")}>
          {ownerId ? <input type="hidden" name="owner" value={ownerId} /> : null}
          <Select
            name="days"
            label={t("Not reviewed for")}
            short
            defaultValue={String(days)}
            options={choices.map((choice) => ({ value: String(choice), label: t("{choice} days", { choice }) }))}
          />
          <SubmitButton variant="secondary" pendingText={t("Looking")}>
            {t("Show")}
          </SubmitButton>
        </form>
      </Panel>
      <Panel id="cases" title={plural(rows.length, "case")} padded={false}>
        {rows.length === 0 ? (
          <EmptyState icon="check" title={t("Every open case was looked through")}>
            {t("Write a review note from the Actions of a case, also when all is well.")}
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
      caption={t("Cases, the longest wait first")}
      rows={rows}
      keyOf={(row) => row.caseId}
      columns={[
        {
          head: t("Case"),
          cell: (row) => (
            <PageLink className="rowlink" href={`/cases/${row.caseId}/reviews` as Route}>
              {row.pseudonym}, {row.code}
            </PageLink>
          ),
        },
        { head: t("Owner"), cell: (row) => row.ownerName },
        {
          head: t("Last reviewed"),
          cell: ({ lastReviewedAt: at }) =>
            at ? formatDate(civilDate(at, zone)) : <span className="muted">{t("Not yet")}</span>,
        },
        { head: t("Opened"), cell: (row) => formatDate(civilDate(row.openedAt, zone)) },
      ]}
    />
  );
}
