import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { readListState, type SearchParams } from "@/app/_ui/table/url-state";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listStaffLoad, readTicked } from "@/lib/casework/assignments/queries";
import { mostCases } from "@/lib/casework/assignments/rules";
import type { Picked } from "@/lib/casework/assignments/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readMatching } from "@/lib/oversight/case-list/queries";
import { listOwners } from "@/lib/oversight/reports/queries";
import { newId } from "@/lib/platform/ids";
import { plural } from "@/lib/platform/text/format";
import { openWords } from "../../typed-query";
import { listRules, listView } from "../_components/list-rules";
import { AssignForm } from "./_components/assign-form";

export const metadata: Metadata = { title: "Assign cases" };

export default async function AssignCasesPage({ searchParams }: PageProps<"/cases/assign">) {
  const ctx = await requireCtx("case.write");
  const picked = await readPicked(ctx, await searchParams);
  const staff = await listStaffLoad(ctx);
  return (
    <Page>
      <Breadcrumb items={[{ label: "Cases", href: "/cases" }]} />
      <PageHead title="Assign cases">
        The new owner acts on them from now. Who had them can still see them and work on them.
      </PageHead>
      {picked.more ? (
        <Notice kind="warning" title={`More than ${mostCases} cases match`}>
          <p>These are the first {mostCases}, by pseudonym. Assign them, then come back for the others.</p>
        </Notice>
      ) : null}
      {picked.missing > 0 ? (
        <Notice kind="warning" title={`${plural(picked.missing, "case")} not found`}>
          <p>There is no such case for you. The others are below.</p>
        </Notice>
      ) : null}
      <Panel label="Cases to assign">
        {picked.cases.length === 0 ? <NothingPicked /> : null}
        {picked.cases.length > 0 ? <AssignForm batchId={newId()} cases={picked.cases} staff={staff} /> : null}
      </Panel>
    </Page>
  );
}

function NothingPicked() {
  return (
    <EmptyState icon="users" title="No case is picked" level={2}>
      Tick cases in the <PageLink href="/cases">list of cases</PageLink>, or open a person on the{" "}
      <PageLink href="/team">Team page</PageLink> and pick from their open cases.
    </EmptyState>
  );
}

/** Selected cases are in the URL as `case`; without any, the list's filters select them. */
async function readPicked(ctx: Ctx, params: SearchParams): Promise<Picked> {
  const ticked = [params.case ?? []].flat();
  const none: Picked = { cases: [], more: false, missing: 0 };
  if (ticked.length > 0) return readTicked(ctx, ticked);
  if (Object.keys(params).length === 0) return none;
  const words = await openWords(ctx, params.q);
  // Without the words the list would be a longer one than was meant.
  if (words.lost) return none;
  return reading(ctx, async (scoped) => {
    const state = readListState(params, listRules(await listOwners(scoped)));
    return readMatching(scoped, listView(state, words.text).filters);
  });
}
