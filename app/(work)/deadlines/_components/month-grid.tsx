import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { classes } from "@/app/_ui/classes";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { KindLegend, WeakLegend } from "@/app/(work)/_components/clock-marks";
import type { MonthPage } from "@/lib/escalation/reminders/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatDateNear } from "@/lib/platform/text/format";
import { type CivilDate, weekdayOf } from "@/lib/platform/time/calendar";
import { DoneLink, DueLink } from "./due-link";

const weekdays = [t("Sun"), t("Mon"), t("Tue"), t("Wed"), t("Thu"), t("Fri"), t("Sat")];

const monthOf = (day: CivilDate): string => formatDate(day).split(" ")[1] ?? "";

/** The maximum number of deadlines shown in one day; the list has the rest. */
const mostInDay = 8;

type Props = { month: string; title: string; page: MonthPage; list: Route };

/** A month in whole weeks; on a phone a list of the days on which there is something. */
export function MonthGrid({ month, title, page, list }: Props) {
  return (
    <>
      {page.more ? (
        <Notice kind="warning" title={t("Not every case is shown")}>
          {t("There are more cases with dates in this month than fit here. The list has them all.")}
        </Notice>
      ) : null}
      <section className="panel panel--clip" aria-label={title}>
        <div className="month edgeless">
          {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
            <div className="month__dow" key={weekday} aria-hidden="true">
              {weekdays[weekday]}
            </div>
          ))}
          {page.days.map((day, at) => (
            <Day key={day} day={day} named={at === 0 || day.endsWith("-01")} month={month} page={page} list={list} />
          ))}
        </div>
        {page.deadlines.length + page.done.length === 0 ? (
          <p className="panel__body muted">{t("No deadline falls in these weeks.")}</p>
        ) : null}
        <Legend page={page} />
      </section>
    </>
  );
}

type DayProps = { day: CivilDate; named: boolean; month: string; page: MonthPage; list: Route };

function Day({ day, named, month, page, list }: DayProps) {
  const holidays = page.holidays.get(day) ?? [];
  const due = page.deadlines.filter((deadline) => deadline.dueOn === day);
  const done = page.done.filter((doneDeadline) => doneDeadline.dueOn === day);
  const weekday = weekdayOf(day);
  const out = !day.startsWith(month);
  const today = day === page.today;
  const empty = !today && due.length + done.length + holidays.length === 0;
  const off = out || weekday === 0 || weekday === 6;
  const look = classes("day", off && "day--off", out && "day--out", today && "day--today", empty && "day--empty");
  return (
    <div className={look}>
      <div className="day__n">
        <time dateTime={day}>
          <em>{weekdays[weekday]} </em>
          {Number(day.slice(8))}
          {named ? ` ${monthOf(day)}` : out ? <em> {monthOf(day)}</em> : null}
        </time>
        {today ? <span className="small">{t("Today")}</span> : null}
      </div>
      {holidays.map((holiday) => (
        <p className="day__hol" key={holiday}>
          {holiday}
        </p>
      ))}
      {done.map((doneDeadline) => (
        <DoneLink key={`${doneDeadline.caseId} ${doneDeadline.clockKey}`} done={doneDeadline} />
      ))}
      {due.slice(0, mostInDay).map((deadline) => (
        <DueLink key={`${deadline.caseId} ${deadline.key}`} deadline={deadline} />
      ))}
      {due.length > mostInDay ? (
        <PageLink className="small" href={list}>
          {t("And {value} more, in the list", { value: due.length - mostInDay })}
        </PageLink>
      ) : null}
    </div>
  );
}

function Legend({ page }: { page: MonthPage }) {
  const next = page.nextHolidays.map(({ country, date }) => `${country} ${formatDateNear(date, page.today)}`);
  return (
    <div className="legend small edgeless">
      <span>
        <Chip kind="overdue">{t("Overdue")}</Chip>
      </span>
      <span>
        <Chip kind="warning">{t("Ours, soon")}</Chip>
      </span>
      <span>
        <Chip kind="plain" icon="timer">
          {t("Ours, later")}
        </Chip>
      </span>
      <span>
        <Chip kind="waiting">{t("On others")}</Chip>
      </span>
      <KindLegend />
      <WeakLegend />
      <span>
        {t("Court days skip weekends and public holidays. Next public holiday: {value}.", { value: next.join("; ") })}
      </span>
    </div>
  );
}
