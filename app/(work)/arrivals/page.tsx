import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { listArrivals, mayWorkOffline } from "@/lib/operations/arrivals/queries";
import { listActCases } from "@/lib/oversight/search/list-act-cases";
import { t } from "@/lib/platform/language/translate";
import { ArrivalEntry } from "./_components/arrival-entry";

export const metadata: Metadata = { title: t("From your device") };

/** What somebody sent from a device that was offline, and which is on no case yet. */
export default async function ArrivalsPage() {
  const ctx = await requireCtx("case.write");
  const { arrivals, cases, isOn } = await reading(ctx, (scoped) =>
    readAll({
      arrivals: listArrivals(scoped),
      cases: listActCases(scoped),
      isOn: mayWorkOffline(scoped),
    }),
  );
  const choices = cases.map(({ id, code, pseudonym }) => ({ value: id, label: `${pseudonym}, ${code}` }));
  return (
    <Page>
      <PageHead title={t("From your device")}>
        {t("What you wrote or added offline and is on no case yet. Nobody else sees it.")}
      </PageHead>
      {arrivals.length === 0 ? (
        <Panel label={t("From your device")}>
          <EmptyState icon="inbox" title={t("Nothing waits for its case")}>
            {isOn
              ? rich("What names its case goes there by itself. <link>Write offline</link>", {
                  link: (words) => <PageLink href={"/offline/write" as Route}>{words}</PageLink>,
                })
              : t("Your organisation does not work offline. An administrator can turn it on.")}
          </EmptyState>
        </Panel>
      ) : null}
      {arrivals.map((arrival) => (
        <ArrivalEntry key={arrival.id} arrival={arrival} cases={choices} />
      ))}
    </Page>
  );
}
