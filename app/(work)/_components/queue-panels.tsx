import type { Route } from "next";
import type { ReactNode } from "react";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { type Item, Items } from "@/app/_ui/items";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import type { Act, Few, MyWork, SnoozedAct } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { formatCount, formatDate, plural } from "@/lib/platform/text/format";
import { ActRow, type Opened } from "./act-row";
import { KindLegend } from "./clock-marks";
import { WakeForm } from "./queue-forms";

type QueueProps = { work: MyWork; asks: readonly Item[]; opened: Opened; byPerson: boolean };

/** What is to be done: overdue, for today with what people ask, and the next days. */
export function QueuePanels({ work, asks, opened, byPerson }: QueueProps) {
  const { overdue, today, soon, snoozed } = work.queue;
  const all = overdue.count + today.count + soon.count + asks.length;
  return (
    <>
      {overdue.count > 0 ? (
        <QueuePanel id="overdue" title={t("Overdue")} few={overdue} foot={<KindLegend />}>
          {byPerson && !opened.of ? (
            <ByPerson acts={overdue.items} opened={opened} />
          ) : (
            <Acts acts={overdue.items} opened={opened} />
          )}
        </QueuePanel>
      ) : null}
      {today.count + asks.length > 0 ? (
        <QueuePanel
          id="today"
          title={t("Today")}
          few={{ ...today, count: today.count + asks.length }}
          extra={asks.length}
        >
          <Items items={asks} />
          <Acts acts={today.items} opened={opened} />
        </QueuePanel>
      ) : null}
      {soon.count > 0 ? (
        <QueuePanel id="soon" title={t("Next 7 days")} few={soon} foot={overdue.count > 0 ? undefined : <KindLegend />}>
          <Acts acts={soon.items} opened={opened} />
        </QueuePanel>
      ) : null}
      {all === 0 ? <NothingToDo /> : null}
      {snoozed.length > 0 ? <Snoozed acts={snoozed} of={opened.of} /> : null}
    </>
  );
}

type PanelProps = { id: string; title: string; few: Few<Act>; extra?: number; foot?: ReactNode; children: ReactNode };

function QueuePanel({ id, title, few, extra = 0, foot, children }: PanelProps) {
  const shown = few.items.length + extra;
  return (
    <Panel
      id={id}
      title={title}
      end={<span className="muted">{formatCount(few.count, 99)}</span>}
      padded={false}
      foot={foot}
    >
      {children}
      {shown < few.count ? (
        <p className="panel__body muted">
          {t("The first {shown} are shown. The next ones come up as these are done.", { shown })}
        </p>
      ) : null}
    </Panel>
  );
}

function Acts({ acts, opened }: { acts: readonly Act[]; opened: Opened }) {
  if (acts.length === 0) return null;
  return (
    <ul className="acts">
      {acts.map((act) => (
        <ActRow key={act.id} act={act} opened={opened} />
      ))}
    </ul>
  );
}

/** Of a team: who carries it, the person with the longest wait first. */
function ByPerson({ acts, opened }: { acts: readonly Act[]; opened: Opened }) {
  return [...Map.groupBy(acts, (act) => act.ownerId)].map(([id, own]) => (
    <section key={id} aria-labelledby={`overdue-${id}`}>
      <div className="acts__of">
        <h3 id={`overdue-${id}`}>{own[0]?.ownerName}</h3>
        <PageLink href={withQuery("/", { of: id }) as Route}>{t("Show only this person")}</PageLink>
      </div>
      <Acts acts={own} opened={opened} />
    </section>
  ));
}

function NothingToDo() {
  return (
    <Panel label={t("Nothing to do")} padded={false}>
      <EmptyState icon="check" title={t("You are up to date")} level={2}>
        {t("What is due, and what people ask of you, appears here with its day.")}
      </EmptyState>
    </Panel>
  );
}

function Snoozed({ acts, of }: { acts: readonly SnoozedAct[]; of: string | null }) {
  return (
    <Panel id="snoozed" title={t("Snoozed")} end={<span className="muted">{acts.length}</span>} padded={false}>
      <Disclosure label={plural(acts.length, "act is hidden until its day", "acts are hidden until their day")}>
        <ul className="acts">
          {acts.map(({ snoozeId, until, reason, by, act }) => (
            <li className="act" key={snoozeId}>
              <div className="act__line">
                <PageLink className="act__what" href={act.href as Route}>
                  {act.what}
                </PageLink>
                <span className="act__side">
                  <Chip icon="clock">{t("Until {until}", { until: formatDate(until) })}</Chip>
                </span>
                <p className="act__why">{t("{pseudonym}. {by}: {reason}", { pseudonym: act.pseudonym, by, reason })}</p>
              </div>
              <WakeForm snoozeId={snoozeId} of={of} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </Panel>
  );
}
