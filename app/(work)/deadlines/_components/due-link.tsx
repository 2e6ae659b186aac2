import type { Route } from "next";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { PageLink } from "@/app/_ui/page-link";
import { ClockMarks } from "@/app/(work)/_components/clock-marks";
import type { Deadline, DoneDeadline } from "@/lib/escalation/reminders/types";
import { clockTitle } from "@/lib/law/clocks/labels";
import { t } from "@/lib/platform/language/translate";

type Look = { className: string | undefined; icon: IconName; word: string };

function lookOf({ state, waitsOn }: Deadline): Look {
  if (state === "overdue") return { className: "due--overdue", icon: "circle-alert", word: t("Overdue") };
  if (waitsOn) return { className: "due--waiting", icon: "hourglass", word: t("Waiting on {waitsOn}", { waitsOn }) };
  if (state === "soon") return { className: "due--warning", icon: "timer", word: t("Ours, soon") };
  return { className: undefined, icon: "timer", word: t("Ours") };
}

const deadlinesOf = (caseId: string): Route => `/cases/${caseId}/deadlines` as Route;

/** Where a deadline leads: its report, its step, else the deadlines of its case. */
export function hrefOfDeadline({ caseId, stepKey, path }: Deadline): Route {
  if (!stepKey) return deadlinesOf(caseId);
  return `/cases/${caseId}${path ?? `/ladder/${stepKey}`}` as Route;
}

/** One deadline in its day: case, event, sign, and who set it. */
export function DueLink({ deadline }: { deadline: Deadline }) {
  const { className, icon, word } = lookOf(deadline);
  return (
    <PageLink className={classes("due", className)} href={hrefOfDeadline(deadline)} title={deadline.words}>
      <Icon name={icon} />
      <span>
        <b>{deadline.pseudonym}</b>
        {clockTitle(deadline)}
        <span className="vh">. {word}. </span>
        <span className="due__kind">
          <ClockMarks kind={deadline.kind} sources={deadline.sources} />
        </span>
      </span>
    </PageLink>
  );
}

export function DoneLink({ done }: { done: DoneDeadline }) {
  return (
    <PageLink className="due due--done" href={deadlinesOf(done.caseId)}>
      <Icon name="check" />
      <span>
        <span className="vh">{t("Done:")} </span>
        <b>{done.pseudonym}</b>
        {done.title}
      </span>
    </PageLink>
  );
}
