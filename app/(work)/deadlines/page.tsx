import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { requireCtx } from "@/lib/auth/sessions/session";
import { monthLabel } from "@/lib/escalation/reminders/labels";
import { listDeadlines, readMonthPage } from "@/lib/escalation/reminders/queries";
import { defaultWishes, readMonth } from "@/lib/escalation/reminders/rules";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { zoneName } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { DeadlineFilters } from "./_components/deadline-filters";
import { DeadlineList } from "./_components/deadline-list";
import { MonthGrid } from "./_components/month-grid";
import { MonthNav } from "./_components/month-nav";
import { type Asked, hrefOf, readAsked } from "./asked";

export const metadata: Metadata = { title: t("Deadlines") };

export default async function DeadlinesPage({ searchParams }: PageProps<"/deadlines">) {
  const ctx = await requireCtx("case.read");
  const team = may(ctx.actor, "team.read");
  const asked = readAsked(await searchParams, team);
  const { zone } = defaultWishes();
  const today = civilDate(ctx.now, zone);
  const view = { ...asked, after: undefined };
  const month = asked.month === null ? null : readMonth(asked.month, today);
  return (
    <Page>
      <PageHead
        guide="read-deadlines"
        title={t("Deadlines")}
        actions={
          <>
            <LinkButton icon="link" href="/account#calendar">
              {t("Calendar feed")}
            </LinkButton>
            <LinkButton variant="primary" icon="plus" href="/deadlines/add">
              {t("Add date")}
            </LinkButton>
          </>
        }
      >
        {t("{value}, both countries’ holidays, times in {now} first", {
          value: asked.whose === "team" ? t("The whole team’s") : t("Mine"),
          now: zoneName(ctx.now, zone),
        })}
      </PageHead>
      <Tabs
        label={t("View")}
        items={[
          { href: hrefOf({ ...view, month: null }), label: t("List"), current: month === null },
          { href: hrefOf({ ...view, month: month ?? today.slice(0, 7) }), label: t("Month"), current: month !== null },
        ]}
      />
      <div className="row row--between">
        {month ? <MonthNav month={month} asked={view} thisMonth={today.slice(0, 7)} /> : <span />}
        <DeadlineFilters asked={{ ...view, month }} team={team} />
      </div>
      {month ? (
        <MonthGrid
          month={month}
          title={monthLabel(month)}
          page={await readMonthPage(ctx, { ...asked, month })}
          list={hrefOf({ ...view, month: null })}
        />
      ) : (
        <List ctx={ctx} asked={asked} />
      )}
    </Page>
  );
}

async function List({ ctx, asked }: { ctx: Awaited<ReturnType<typeof requireCtx>>; asked: Asked }) {
  const page = await listDeadlines(ctx, asked);
  const first = asked.after ? hrefOf({ ...asked, after: undefined }) : null;
  return <DeadlineList page={page} first={first} next={page.after ? hrefOf({ ...asked, after: page.after }) : null} />;
}
