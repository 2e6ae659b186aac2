import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { requireCtx } from "@/lib/auth/sessions/session";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { readCaseChecks } from "@/lib/escalation/checks/queries";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { filterLabels } from "@/lib/escalation/takedowns/labels";
import { listTakedowns } from "@/lib/escalation/takedowns/queries";
import { takedownFilters } from "@/lib/escalation/takedowns/rules";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { AddForm } from "./_components/add-form";
import { CandidatesForm } from "./_components/candidates-form";
import { CaseChecksForm } from "./_components/case-checks";
import { clocksByItem } from "./_components/clocks-by-item";
import { LookFields } from "./_components/look-fields";
import { TakedownTable } from "./_components/takedown-table";
import { recordLooksAction } from "./actions";

export const metadata: Metadata = { title: t("Take-downs") };

/** What should come down of this case, on which platform, how far each report is, and whether it is still up. */
export default async function TakedownsPage({ params, searchParams }: PageProps<"/cases/[caseId]/takedowns">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { state: asked } = await searchParams;
  const { list, ladder, exhibits, checks } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        list: listTakedowns(scoped, caseId),
        ladder: readLadder(scoped, caseId),
        exhibits: pickExhibits(scoped, caseId),
        checks: readCaseChecks(scoped, caseId),
      }),
    ),
  );
  const { items, candidates, platforms, accounts, today, closed } = list;
  const chosen = takedownFilters.find(({ key }) => key === asked) ?? null;
  const shown = chosen ? items.filter(({ standing }) => chosen.states.includes(standing.state)) : items;
  const path = `/cases/${caseId}/takedowns`;
  const table = (
    <TakedownTable
      caseId={caseId}
      items={shown}
      clocks={clocksByItem(ladder.clocks)}
      today={today}
      picks={!closed && shown.length > 0}
    />
  );
  return (
    <>
      <PageHead guide="take-posts-down" title={t("Take-downs")} level={2}>
        {t("Each post, account, message or picture that should come down, with its reports and whether it is still up")}
      </PageHead>
      {candidates.length > 0 && !closed ? (
        <Panel id="add-from-case" title={t("On this case, and not on the list yet")}>
          <CandidatesForm caseId={caseId} candidates={candidates} />
        </Panel>
      ) : null}
      {items.length > 0 ? (
        <Tabs
          label={t("Filter by state")}
          items={[
            { href: path as Route, label: t("All"), count: items.length, current: chosen === null },
            ...takedownFilters.map(({ key, states }) => ({
              href: withQuery(path, { state: key }) as Route,
              label: filterLabels[key],
              count: items.filter(({ standing }) => states.includes(standing.state)).length,
              current: chosen?.key === key,
            })),
          ]}
        />
      ) : null}
      <Panel id="list" label={t("Take-down list")} padded={false}>
        {items.length === 0 ? (
          <EmptyState icon="list-filter" title={t("Nothing is on the list yet")}>
            {candidates.length > 0
              ? t("Add what the case has, above. Then each item has its text to paste, its report ID and its clock.")
              : t("Record an account, an incident or an exhibit with its web address, or add an address below.")}
          </EmptyState>
        ) : shown.length === 0 ? (
          <p className="panel__body muted">{t("No item is in this state.")}</p>
        ) : closed ? (
          table
        ) : (
          <ActionForm action={recordLooksAction} label={t("Record a look at the ticked items")} guard={false}>
            <input type="hidden" name="caseId" value={caseId} />
            {table}
            <div className="panel__body stack">
              <h3>{t("Looked again? Tick the items, then say what you found")}</h3>
              <LookFields today={today} exhibits={exhibits} />
            </div>
          </ActionForm>
        )}
      </Panel>
      {closed ? null : (
        <Disclosure icon="plus" label={t("Add another address")} id="add">
          <AddForm caseId={caseId} platforms={platforms} accounts={accounts} />
        </Disclosure>
      )}
      {closed || !checks.on ? null : (
        <Disclosure
          icon="eye"
          label={
            checks.off ? t("The address checker leaves this case alone") : t("The address checker looks at this case")
          }
          id="checks"
        >
          <CaseChecksForm caseId={caseId} checks={checks} />
        </Disclosure>
      )}
    </>
  );
}
