import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/button";
import { Tallies } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { refusalsByOffice } from "@/lib/escalation/refusals/queries";
import { listAlarms } from "@/lib/evidence/verification/queries";
import { reading } from "@/lib/kernel/access/query";
import { officeZone } from "@/lib/law/office/rules";
import { readNavCounts } from "@/lib/oversight/my-work/queries";
import { reviewDays, stalledDays } from "@/lib/oversight/my-work/rules";
import { listTeam } from "@/lib/oversight/team/list-team";
import { t } from "@/lib/platform/language/translate";
import { formatCount } from "@/lib/platform/text/format";
import { EvidenceAlarms } from "./_components/evidence-alarms";
import { RefusalsTable } from "./_components/refusals-table";
import { TeamTable } from "./_components/team-table";
import { LoadPanel } from "./load-panel";

export const metadata: Metadata = { title: t("Team") };

export default async function TeamPage() {
  const ctx = await requireCtx("team.read");
  const { team, counts, offices, alarms } = await reading(ctx, async (scoped) => ({
    team: await listTeam(scoped),
    counts: await readNavCounts(scoped),
    offices: await refusalsByOffice(scoped),
    alarms: await listAlarms(scoped),
  }));
  const sum = (key: "open" | "overdue" | "high") => team.reduce((all, row) => all + row[key], 0);
  return (
    <Page>
      <PageHead
        title={t("Team")}
        actions={
          <>
            <LinkButton variant="quiet" icon="clipboard-check" href="/team/reviews">
              {t("Cases not reviewed")}
            </LinkButton>
            <LinkButton variant="quiet" icon="calendar-days" href="/leave">
              {t("Time off and cover")}
            </LinkButton>
            <LinkButton variant="quiet" icon="eye" href="/team/exposure">
              {t("Exposure to distressing material")}
            </LinkButton>
          </>
        }
      >
        {t("Who carries what. Each number opens the list that it counts.")}
      </PageHead>
      <EvidenceAlarms alarms={alarms} zone={officeZone()} />
      <Tallies
        items={[
          { name: t("Open cases"), count: formatCount(sum("open")), href: "/cases", icon: "folder" },
          {
            name: t("Overdue"),
            count: formatCount(sum("overdue")),
            href: "/cases?due=overdue",
            icon: "circle-alert",
            kind: "overdue",
          },
          { name: t("High risk"), count: formatCount(sum("high")), href: "/cases?risk=high", icon: "shield-alert" },
          {
            name: t("To approve"),
            count: formatCount(counts.approvals, 99),
            href: "/approvals",
            icon: "stamp",
            kind: "accent",
          },
        ]}
      />
      <Panel
        label={t("Caseworkers")}
        padded={false}
        foot={t(
          "Stalled: nothing happened for {stalledDays} days. Not reviewed: no review note for {reviewDays} days.",
          { stalledDays, reviewDays },
        )}
      >
        <TeamTable rows={team} zone={officeZone()} />
      </Panel>
      {sum("open") > 0 ? <LoadPanel rows={team} /> : null}
      <RefusalsTable rows={offices} />
    </Page>
  );
}
