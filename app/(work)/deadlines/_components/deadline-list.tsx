import type { Route } from "next";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { ClockMarks, KindLegend, WeakLegend } from "@/app/(work)/_components/clock-marks";
import { groupLabels } from "@/lib/escalation/reminders/labels";
import { deadlineGroups, groupOf } from "@/lib/escalation/reminders/rules";
import type { Deadline, DeadlinePage } from "@/lib/escalation/reminders/types";
import { fullTitle } from "@/lib/law/clocks/labels";
import { t } from "@/lib/platform/language/translate";
import { formatDateNear, plural } from "@/lib/platform/text/format";
import { hrefOfDeadline } from "./due-link";

type Props = { page: DeadlinePage; first: Route | null; next: Route | null };

/** Every deadline under the heading of its time, the soonest first. */
export function DeadlineList({ page, first, next }: Props) {
  const groups = deadlineGroups
    .map((group) => ({ group, items: page.deadlines.filter((deadline) => groupOf(deadline) === group) }))
    .filter(({ items }) => items.length > 0);
  return (
    <div className="stack stack--l">
      {groups.length === 0 ? <Nothing /> : null}
      {groups.map(({ group, items }) =>
        group === "far" ? (
          <Disclosure key={group} id={group} label={`${groupLabels[group]}: ${plural(items.length, "deadline")}`}>
            <Panel label={groupLabels[group]} padded={false}>
              <Items items={items.map((item) => itemOf(item, page))} />
            </Panel>
          </Disclosure>
        ) : (
          <Panel
            key={group}
            id={group}
            title={groupLabels[group]}
            end={<span className="count">{plural(items.length, "deadline")}</span>}
            padded={false}
          >
            <Items items={items.map((item) => itemOf(item, page))} />
          </Panel>
        ),
      )}
      {groups.length > 0 ? (
        <div className="row">
          <KindLegend />
          <WeakLegend />
        </div>
      ) : null}
      {first || next ? (
        <nav className="row row--between" aria-label={t("Pages")}>
          <span className="muted">{t("The cases that are due soonest come first.")}</span>
          <span className="row">
            {first ? <LinkButton href={first}>{t("First page")}</LinkButton> : null}
            {next ? <LinkButton href={next}>{t("Cases that are due later")}</LinkButton> : null}
          </span>
        </nav>
      ) : null}
    </div>
  );
}

function Nothing() {
  return (
    <Panel label={t("Deadlines")} padded={false}>
      <EmptyState icon="calendar-days" title={t("No deadline runs here")} level={2}>
        {t(
          "A deadline starts automatically when its trigger is recorded on a case, such as the day a statement was given. You can also add a date of your own.",
        )}
      </EmptyState>
    </Panel>
  );
}

function itemOf(deadline: Deadline, { today, zone }: DeadlinePage) {
  const day = deadline.dueAt ? (
    <CaseTime at={deadline.dueAt} zones={[zone, ...deadline.zones]} />
  ) : (
    formatDateNear(deadline.dueOn, today)
  );
  const move = deadline.waitsOn ? t("Waiting on {waitsOn}", { waitsOn: deadline.waitsOn }) : t("Our move");
  return {
    key: `${deadline.caseId} ${deadline.key}`,
    href: hrefOfDeadline(deadline),
    title: (
      <>
        {fullTitle(deadline)} <ClockMarks kind={deadline.kind} sources={deadline.sources} />
      </>
    ),
    why: (
      <>
        <span className="strong">{deadline.pseudonym}</span> {deadline.caseCode} · {deadline.warning ?? deadline.why} ·{" "}
        {move}
        {deadline.coveringFor ? t(" · You cover for {coveringFor}", { coveringFor: deadline.coveringFor }) : ""}
      </>
    ),
    side: (
      <>
        <Chip
          kind={chipOf(deadline)}
          icon={deadline.waitsOn && deadline.state !== "overdue" ? "hourglass" : iconOf(deadline)}
        >
          {deadline.words}
        </Chip>
        <span className="small muted nowrap">{deadline.warning ? t("Correct the date") : day}</span>
      </>
    ),
  };
}

function chipOf({ state, waitsOn }: Deadline): ChipKind {
  if (state === "paused") return "line";
  if (state === "overdue") return "overdue";
  if (waitsOn) return "waiting";
  return state === "soon" ? "warning" : "plain";
}

const iconOf = ({ state }: Deadline) => (state === "overdue" ? undefined : "timer");
