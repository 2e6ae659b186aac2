import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { sourceNote } from "@/lib/law/jurisdictions/labels";
import { officeZone } from "@/lib/law/office/rules";
import { listStaff } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import { breachLaw } from "@/lib/privacy/breaches/labels";
import { listBreaches, readBreach } from "@/lib/privacy/breaches/queries";
import { BreachDetail } from "./_components/breach-detail";
import { RecordForm } from "./_components/record-form";

export const metadata: Metadata = { title: t("Breaches") };

export default async function BreachesPage({ searchParams }: PageProps<"/breaches">) {
  const ctx = await requireCtx("breach.write");
  const { of } = await searchParams;
  if (typeof of === "string") {
    const { breach, notices } = await orNotFound(readBreach(ctx, of));
    return (
      <Page>
        <BreachDetail breach={breach} notices={notices} now={ctx.now} />
      </Page>
    );
  }
  return (
    <Page>
      <PageHead guide="record-a-breach" title={t("Breaches")}>
        {[breachLaw.text, sourceNote(breachLaw), breachLaw.ours].join(" ")}
      </PageHead>
      <BreachList ctx={ctx} />
    </Page>
  );
}

async function BreachList({ ctx }: { ctx: Ctx }) {
  const { breaches, staff } = await reading(ctx, (scoped) =>
    readAll({
      breaches: listBreaches(scoped),
      staff: listStaff(scoped),
    }),
  );
  return (
    <>
      <Panel id="log" title={t("Log")} padded={false}>
        {breaches.length === 0 ? (
          <EmptyState icon="shield" title={t("No breach is recorded")}>
            {t(
              "Record one below as soon as there are grounds to believe that somebody saw, took or lost what they should not have.",
            )}
          </EmptyState>
        ) : (
          <Items
            items={breaches.map((breach) => ({
              key: breach.id,
              href: `/breaches?of=${breach.id}` as Route,
              title: t("Breach {number}", { number: breach.number }),
              why: t("Found out {discoveredAt}. {value}.", {
                discoveredAt: formatInstant(breach.discoveredAt, breach.zone),
                value:
                  breach.affected === null
                    ? t("Affected people are not listed yet")
                    : plural(breach.affected, "client"),
              }),
              side: breach.regulatorToldOn ? (
                <Chip kind="done" icon="check">
                  {t("Regulator told {regulatorToldOn}", { regulatorToldOn: formatDate(breach.regulatorToldOn) })}
                </Chip>
              ) : (
                <Chip kind="overdue" icon="circle-alert">
                  {t("Regulator not told")}
                </Chip>
              ),
            }))}
          />
        )}
      </Panel>
      <Panel id="record" title={t("Record a breach")}>
        <RecordForm staff={staff} zone={officeZone()} />
      </Panel>
    </>
  );
}
