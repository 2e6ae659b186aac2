import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { Items } from "@/app/_ui/items";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { EmergencyAccessNotices } from "@/app/(work)/_components/emergency-access-notices";
import { homeOf, readCtx, requireCtx } from "@/lib/auth/sessions/session";
import { listSought } from "@/lib/casework/clients/list-sought";
import { countPendingEmergencyAccess, listEmergencyAccessNotices } from "@/lib/casework/emergency-access/queries";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { isMemberRole, may } from "@/lib/kernel/access/roles";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { countArrivals } from "@/lib/operations/arrivals/queries";
import { listStaff } from "@/lib/organisation/members/queries";
import { countAlerts } from "@/lib/oversight/alerts/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import type { MyWork } from "@/lib/oversight/my-work/types";
import { listApprovalBriefs } from "@/lib/packets/packets/list-approval-briefs";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import { askLines, packetLine } from "./_components/ask-lines";
import { NextPanel } from "./_components/next-panel";
import { QueuePanels } from "./_components/queue-panels";
import { SoughtNotice } from "./_components/sought-notice";
import { SentPanel, WaitingPanel } from "./_components/waiting-panel";
import { WorkTallies } from "./_components/work-tallies";
import { queueDone } from "./back-to-queue";
import { readNav } from "./read-nav";
import { readOpened } from "./read-opened";

export const metadata: Metadata = { title: t("My work") };

/** The landing page. Administrators and officers have another, so their `/` leads there. */
export default async function MyWorkPage({ searchParams }: PageProps<"/">) {
  const role = (await readCtx())?.actor.role;
  if (role && isMemberRole(role) && homeOf(role) !== "/") redirect(homeOf(role));
  const ctx = await requireCtx("case.read");
  const asked = await searchParams;
  const supervises = may(ctx.actor, "team.read");
  const opened = readOpened(asked, supervises);
  const { work, looks, sought, waits, briefs, approvals, alerts, person, arrived } = await readPage(ctx, opened.of);
  const decides = may(ctx.actor, "packet.decide");
  const zone = officeZone();
  const asks = opened.of ? [] : askLines(work, briefs, zone);
  const done = typeof asked.done === "string" && Object.hasOwn(queueDone, asked.done) ? asked.done : null;
  return (
    <Page>
      <PageHead
        guide="my-work"
        title={t("My work")}
        actions={
          <LinkButton variant="primary" icon="plus" href="/cases/new">
            {t("Open a case")}
          </LinkButton>
        }
      >
        {formatInstant(ctx.now, zone)}
        {supervises ? <Whose name={person?.name ?? null} /> : null}
      </PageHead>
      {done ? <Notice kind="done" title={queueDone[done as keyof typeof queueDone]} live /> : null}
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
      {waits > 0 ? (
        <Notice kind="warning" title={t("{asked} for emergency access", { asked: plural(waits, "request") })}>
          <p>
            {rich("A colleague needs to read a case that is not theirs. <link>Look at it now</link>.", {
              link: (words) => <PageLink href={"/emergency" as Route}>{words}</PageLink>,
            })}
          </p>
        </Notice>
      ) : null}
      {looks.map((notice) => (
        <EmergencyAccessNotices key={notice.id} notice={notice} zone={zone} />
      ))}
      {arrived > 0 ? (
        <Notice kind="info" title={t("From your device: {n} on no case yet", { n: arrived })}>
          <p>
            {rich("Sent from an offline device. <link>Choose the case</link>.", {
              link: (words) => <PageLink href="/arrivals">{words}</PageLink>,
            })}
          </p>
        </Notice>
      ) : null}
      {sought.map((notice) => (
        <SoughtNotice key={notice.seq} notice={notice} zone={zone} />
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
      <WorkTallies work={work} asks={asks.length} decides={decides} approvals={approvals} of={opened.of} />
      <div className="cols cols--main">
        <div className="stack stack--l">
          <QueuePanels work={work} asks={asks} opened={opened} byPerson={supervises} />
          {opened.of ? null : <NextPanel work={work} />}
        </div>
        <div className="stack stack--l">
          <WaitingPanel waiting={work.queue.waiting} today={officeToday(ctx.now)} />
          {opened.of ? null : <SentPanel sent={work.sent} zone={zone} />}
          {opened.of ? null : <Acknowledged work={work} zone={zone} />}
          <p className="row noprint">
            <LinkButton variant="quiet" icon="calendar-days" href="/leave">
              {t("Time off and cover")}
            </LinkButton>
            <LinkButton variant="quiet" icon="shield-alert" href={"/emergency" as Route}>
              {t("Emergency access")}
            </LinkButton>
          </p>
        </div>
      </div>
    </Page>
  );
}

/** All that the page shows, asked together. @param of the member whose queue a supervisor asks for */
async function readPage(ctx: Ctx, of: string | null) {
  const { role } = ctx.actor;
  return reading(ctx, async (scoped) => {
    const decides = may({ role }, "packet.decide");
    const [{ work, briefs }, looks, sought, waits, approvals, alerts, staff, arrived] = await Promise.all([
      readWork(scoped, of, decides),
      listEmergencyAccessNotices(scoped),
      listSought(scoped),
      may({ role }, "case.review") ? countPendingEmergencyAccess(scoped) : 0,
      decides ? readNav(ctx).then((counts) => counts.approvals) : 0,
      may({ role }, "audit.read") ? countAlerts(scoped) : 0,
      of ? listStaff(scoped) : [],
      of ? 0 : countArrivals(scoped),
    ]);
    const person = staff.find(({ id }) => id === of);
    return { work, briefs, looks, sought, waits, approvals, alerts, person, arrived };
  });
}

async function readWork(scoped: TxCtx, of: string | null, decides: boolean) {
  const work = await readMyWork(scoped, of);
  const asked = work.approvals.items.map(({ id }) => id);
  return { work, briefs: decides ? await listApprovalBriefs(scoped, asked) : new Map() };
}

/** A supervisor sees the team's queue, or that of one member. */
function Whose({ name }: { name: string | null }) {
  if (name === null) return <>. {t("The queue of the whole team.")}</>;
  return (
    <>
      . {t("The queue of {name}.", { name })} <PageLink href="/">{t("Show the whole team")}</PageLink>
    </>
  );
}

/** News, not work: what an officer has taken in. */
function Acknowledged({ work, zone }: { work: MyWork; zone: string }) {
  if (work.acknowledged.length === 0) return null;
  return (
    <Panel id="acknowledged" title={t("Acknowledged by officers")} padded={false}>
      <Items
        items={work.acknowledged.map((item) =>
          packetLine(
            item,
            t("{liaison} acknowledged it {at}.", { liaison: item.liaison, at: formatInstant(item.at, zone) }),
            <Chip kind="done">{t("Acknowledged")}</Chip>,
          ),
        )}
      />
    </Panel>
  );
}
