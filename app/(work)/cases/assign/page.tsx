import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listStaffLoad, readTicked } from "@/lib/casework/assignments/queries";
import { mostCases } from "@/lib/casework/assignments/rules";
import type { Picked } from "@/lib/casework/assignments/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { listRules, listView } from "@/lib/oversight/case-list/address/rules";
import { readMatching } from "@/lib/oversight/case-list/queries";
import { listOwners } from "@/lib/oversight/reports/queries";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { readListState, type SearchParams } from "@/lib/platform/list-state";
import { plural } from "@/lib/platform/text/format";
import { openWords } from "../../typed-query";
import { AssignForm } from "./_components/assign-form";

export const metadata: Metadata = { title: t("Assign cases") };

export default async function AssignCasesPage({ searchParams }: PageProps<"/cases/assign">) {
  const ctx = await requireCtx("case.write");
  const picked = await readPicked(ctx, await searchParams);
  const staff = await listStaffLoad(ctx);
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Cases"), href: "/cases" }]} />
      <PageHead title={t("Assign cases")}>
        {t("The new owner acts on them from now. Who had them can still see them and work on them.")}
      </PageHead>
      {picked.more ? (
        <Notice kind="warning" title={t("More than {mostCases} cases match", { mostCases })}>
          <p>
            {t("These are the first {mostCases}, by pseudonym. Assign them, then come back for the others.", {
              mostCases,
            })}
          </p>
        </Notice>
      ) : null}
      {picked.missing > 0 ? (
        <Notice kind="warning" title={t("{missing} not found", { missing: plural(picked.missing, "case") })}>
          <p>{t("They do not exist, or you cannot see them. The others are below.")}</p>
        </Notice>
      ) : null}
      <Panel label={t("Cases to assign")}>
        {picked.cases.length === 0 ? <NothingPicked /> : null}
        {picked.cases.length > 0 ? <AssignForm batchId={newId()} cases={picked.cases} staff={staff} /> : null}
      </Panel>
    </Page>
  );
}

function NothingPicked() {
  return (
    <EmptyState icon="users" title={t("No case is picked")} level={2}>
      {rich(
        "Tick cases in the <link>list of cases</link>, or open a person on the <link2>Team page</link2> and pick from their open cases.",
        {
          link: (words) => <PageLink href="/cases">{words}</PageLink>,
          link2: (words) => <PageLink href="/team">{words}</PageLink>,
        },
      )}
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
    const own = await listCustomFields(scoped, "case");
    const state = readListState(params, listRules(await listOwners(scoped), false, own));
    return readMatching(scoped, listView(state, words.text, own).filters);
  });
}
