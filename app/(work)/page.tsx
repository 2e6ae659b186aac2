import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { EmergencyAccessNotices } from "@/app/(work)/_components/emergency-access-notices";
import { homeOf, readCtx, requireCtx } from "@/lib/auth/sessions/session";
import { listSought } from "@/lib/casework/clients/list-sought";
import { countPendingEmergencyAccess, listEmergencyAccessNotices } from "@/lib/casework/emergency-access/queries";
import { may } from "@/lib/kernel/access/roles";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { countAlerts } from "@/lib/oversight/alerts/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import { SoughtNotice } from "./_components/sought-notice";
import { WorkPanels } from "./_components/work-panels";
import { WorkTallies } from "./_components/work-tallies";

export const metadata: Metadata = { title: t("My work") };

/** The landing page. Administrators and officers have another, so their `/` leads there. */
export default async function MyWorkPage() {
  const role = (await readCtx())?.actor.role;
  if (role && role !== "service" && homeOf(role) !== "/") redirect(homeOf(role));
  const ctx = await requireCtx("case.read");
  const work = await readMyWork(ctx);
  const looks = await listEmergencyAccessNotices(ctx);
  const sought = await listSought(ctx);
  const asked = may(ctx.actor.role, "case.review") ? await countPendingEmergencyAccess(ctx) : 0;
  const decides = may(ctx.actor.role, "packet.decide");
  const alerts = may(ctx.actor.role, "audit.read") ? await countAlerts(ctx) : 0;
  return (
    <Page>
      <PageHead
        title={t("My work")}
        actions={
          <>
            <LinkButton variant="quiet" icon="shield-alert" href={"/emergency" as Route}>
              {t("Emergency access")}
            </LinkButton>
            <LinkButton variant="quiet" icon="calendar-days" href="/leave">
              {t("Time off")}
            </LinkButton>
            <LinkButton variant="primary" icon="plus" href="/cases/new">
              {t("Open a case")}
            </LinkButton>
          </>
        }
      >
        {formatInstant(ctx.now, officeZone())}
      </PageHead>
      {alerts > 0 ? (
        <Notice kind="warning" title={t("{alerts} about how Crossdocket is used", { alerts: plural(alerts, "alert") })}>
          <p>
            {rich("<link>Look at {value}</link>, then press “I looked at it”.", {
              value: alerts === 1 ? "it" : t("them"),
              link: (words) => <PageLink href="/admin/alerts">{words}</PageLink>,
            })}
          </p>
        </Notice>
      ) : null}
      {asked > 0 ? (
        <Notice kind="warning" title={t("{asked} for emergency access", { asked: plural(asked, "request") })}>
          <p>
            {rich("A colleague needs to read a case that is not theirs. <link>Look at it now</link>.", {
              link: (words) => <PageLink href={"/emergency" as Route}>{words}</PageLink>,
            })}
          </p>
        </Notice>
      ) : null}
      {looks.map((notice) => (
        <EmergencyAccessNotices key={notice.id} notice={notice} zone={officeZone()} />
      ))}
      {sought.map((notice) => (
        <SoughtNotice key={notice.seq} notice={notice} zone={officeZone()} />
      ))}
      {work.covering.map((away) => (
        <Notice
          key={away.memberId}
          title={t("You cover for {name} until {untilOn}", { name: away.name, untilOn: formatDate(away.untilOn) })}
        >
          <p>
            {rich(
              "Their open cases appear with yours here, under Deadlines and in <link>their list</link>. Cover ends automatically.",
              { link: (words) => <PageLink href={`/cases?owner=${away.memberId}` as Route}>{words}</PageLink> },
            )}
          </p>
        </Notice>
      ))}
      <WorkTallies work={work} decides={decides} />
      <WorkPanels work={work} decides={decides} today={officeToday(ctx.now)} zone={officeZone()} />
    </Page>
  );
}
