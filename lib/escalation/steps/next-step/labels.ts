import type { CaseClock } from "@/lib/law/clocks/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { capitalised, formatDate, plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { StepFact, StepStatus } from "../types";
import type { NextStep } from "./types";

type Late = { why: string; dueOn: CivilDate; words: string; afterwards: string };

/** The act with its object: `Ask the detective for an update: Fynbos Road CAS 212/10/2026`. */
export const describeAct = ({ act, object }: Pick<NextStep, "act" | "object">): string =>
  object ? t("{act}: {object}", { act, object }) : act;

/** A message to whoever owes the answer. It names nobody, since a message may be read by others. */
export function askWords(asked: { about: string; number: string | null; on: CivilDate | null }): string {
  const day = asked.on ? formatDate(asked.on) : null;
  const last = day ? t(" The last that we know is of {day}.", { day }) : "";
  if (asked.number)
    return t(
      "Good day. We ask about: {about}.{last} Please give us the {number} number, and the name of the person who deals with it.",
      {
        about: asked.about,
        last,
        number: asked.number,
      },
    );
  return t(
    "Good day. We ask about: {about}.{last} Please tell us where it stands, who deals with it now, and what the next step is.",
    { about: asked.about, last },
  );
}

/** Why something is late, and what happens then. */
export function whyLate(clock: Late): string {
  return t("{why}. It was due on {dueOn}: {value}. {afterwards}", {
    why: capitalised(clock.why),
    dueOn: formatDate(clock.dueOn),
    value: clock.words.toLowerCase(),
    afterwards: clock.afterwards,
  });
}

/** Why this step is the next best one, in whole sentences. */
export function whyNext(
  step: PlaybookStep,
  status: StepStatus,
  level: { number: number; name: string },
  fact: StepFact | null,
  clock: Late | null,
): string {
  if (status === "overdue" && clock) return whyLate(clock);
  if (status === "begun") {
    const on = fact?.begunOn ? t(" on {begunOn}", { begunOn: formatDate(fact.begunOn) }) : "";
    return t("It was begun{on} and is not finished. {summary}.", { on, summary: step.summary });
  }
  const place = step.optional
    ? t("It helps, but the level does not depend on it.")
    : t("Level {number}, {value}, depends on it.", { number: level.number, value: level.name.toLowerCase() });
  return t("Everything it needs is there. {place} {summary}.", { place, summary: step.summary });
}

/** Why we only wait, and when we follow up. */
export function whyWait(clock: CaseClock): string {
  return t("Nothing can be done now. The next date is {dueOn}, {value}. {afterwards}", {
    dueOn: formatDate(clock.dueOn),
    value: clock.title.toLowerCase(),
    afterwards: clock.afterwards,
  });
}

/** Why to follow up on silence. */
export function whySilent(step: PlaybookStep, days: number): string {
  return t("Nothing has been heard about it for {days}, and it has no deadline. {ifStalled}", {
    days: plural(days, "day"),
    ifStalled: step.ifStalled,
  });
}
