import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Items, Tallies } from "@/app/_ui/items";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { refusalsByOffice } from "@/lib/escalation/refusals/queries";
import { readTeamExposure } from "@/lib/evidence/exposure/queries";
import { asksForTalk } from "@/lib/evidence/exposure/rules";
import { listAlarms } from "@/lib/evidence/verification/queries";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { listApprovals } from "@/lib/oversight/my-work/queries";
import { reviewDays, stalledDays } from "@/lib/oversight/my-work/rules";
import type { PacketItem, TeamRow } from "@/lib/oversight/my-work/types";
import { listTeam } from "@/lib/oversight/team/list-team";
import { sumWords } from "@/lib/oversight/team/rules";
import { listApprovalBriefs } from "@/lib/packets/packets/list-approval-briefs";
import { t } from "@/lib/platform/language/translate";
import { formatCount } from "@/lib/platform/text/format";
import { approvalLine, type Briefs } from "../_components/ask-lines";
import { readNav } from "../read-nav";
import { EvidenceAlarms } from "./_components/evidence-alarms";
import { RefusalsTable } from "./_components/refusals-table";
import { TeamTable } from "./_components/team-table";
import { ActsPanel } from "./acts-panel";

export const metadata: Metadata = { title: t("Team") };

export default async function TeamPage() {
  const ctx = await requireCtx("team.read");
  const decides = may(ctx.actor, "packet.decide");
  const { team, counts, approvals, offices, alarms, exposure, briefs } = await readPage(ctx, decides);
  const talks = new Set(
    exposure.flatMap(({ memberId, weeks }) => (weeks.slice(-1).some(asksForTalk) ? [memberId] : [])),
  );
  const sum = (of: (row: TeamRow) => number) => sumWords(team.map(of));
  const zone = officeZone();
  return (
    <Page>
      <PageHead
        guide="review-progress"
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
      <EvidenceAlarms alarms={alarms} zone={zone} />
      <Tallies
        items={[
          {
            name: t("Acts overdue"),
            count: sum(({ acts }) => acts.overdue),
            href: "/#overdue" as Route,
            icon: "circle-alert",
            kind: "overdue",
          },
          {
            name: t("To approve"),
            count: formatCount(counts.approvals, 99),
            href: "/approvals",
            icon: "stamp",
            kind: "accent",
          },
          { name: t("Open cases"), count: sum(({ open }) => open), href: "/cases", icon: "folder" },
          {
            name: t("High risk"),
            count: sum(({ high }) => high),
            href: "/cases?risk=high",
            icon: "shield-alert",
          },
        ]}
      />
      <ApprovalsPanel waiting={approvals} briefs={briefs} zone={zone} />
      <Panel
        label={t("Caseworkers")}
        padded={false}
        foot={t(
          "Stalled: nothing happened for {stalledDays} days. Not reviewed: no review note for {reviewDays} days.",
          { stalledDays, reviewDays },
        )}
      >
        <TeamTable rows={team} talks={talks} zone={zone} />
      </Panel>
      {team.length > 0 ? <ActsPanel rows={team} /> : null}
      <RefusalsTable rows={offices} />
    </Page>
  );
}

/** All that the page shows, asked together. @param decides whether packets wait for this person's approval */
async function readPage(ctx: Ctx, decides: boolean) {
  return reading(ctx, async (scoped) => {
    const [team, counts, { approvals, briefs }, offices, alarms, exposure] = await Promise.all([
      listTeam(scoped),
      readNav(ctx),
      readApprovals(scoped, decides),
      refusalsByOffice(scoped),
      listAlarms(scoped),
      readTeamExposure(scoped),
    ]);
    return { team, counts, approvals, briefs, offices, alarms, exposure };
  });
}

async function readApprovals(scoped: TxCtx, decides: boolean): Promise<{ approvals: PacketItem[]; briefs: Briefs }> {
  if (!decides) return { approvals: [], briefs: new Map() };
  const approvals = await listApprovals(scoped);
  const ids = approvals.map(({ id }) => id);
  return { approvals, briefs: await listApprovalBriefs(scoped, ids) };
}

type PanelProps = { waiting: readonly PacketItem[]; briefs: Briefs; zone: string };

/** Packets that wait for this supervisor; the rest are on the page of approvals. */
function ApprovalsPanel({ waiting, briefs, zone }: PanelProps) {
  if (waiting.length === 0) return null;
  return (
    <Panel
      id="approvals"
      title={t("Waiting for your approval")}
      end={<PageLink href="/approvals">{t("Approvals")}</PageLink>}
      padded={false}
    >
      <Items items={waiting.slice(0, 6).map((item) => approvalLine(item, briefs, zone))} />
    </Panel>
  );
}
