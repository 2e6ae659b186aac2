import { lengthWords } from "@/lib/law/jurisdictions/clock-text";
import type { ClockRule } from "@/lib/law/jurisdictions/types";
import { labelTable, oncePerLanguage } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { dueWords, formatDate, formatDateNear, hoursWords, plural } from "@/lib/platform/text/format";
import { type CivilDate, daysBetween, isCivilDate } from "@/lib/platform/time/calendar";
import type { CaseClock, RaisedRisk } from "./types";

/** Ends "every 7 days for ...": danger counts as high risk. */
export const riskWords: Record<RaisedRisk, string> = labelTable(() => ({
  elevated: t("elevated risk"),
  high: t("high risk or danger"),
}));

function raisedLimits(atRisk: ClockRule["atRisk"]) {
  return (["elevated", "high"] as const).flatMap((risk) => {
    const limit = atRisk?.[risk];
    return limit ? [{ limit, for: riskWords[risk] }] : [];
  });
}

/**
 * The limit of a rule in words, generated from its values: `48 hours`, `every 14 days`, `90 days, one extension of 90
 * days`.
 */
export const limitWords = oncePerLanguage(
  ({ limit, shorter, atRisk, renewal, sense, limitNote }: ClockRule): string => {
    if (!limit) return limitNote;
    const within = (length: Limit) => boundWords(sense, lengthWords(length));
    const others = [...shorter, ...raisedLimits(atRisk)]
      .map((clock) => t(", {limit} for {for}", { limit: within(clock.limit), for: clock.for }))
      .join("");
    const more = renewal
      ? t(", {value} of {renewal}", {
          value: renewal.times === 1 ? t("one extension") : t("{times} extensions", { times: renewal.times }),
          renewal: lengthWords(renewal),
        })
      : "";
    return `${within(limit)}${others}${more}${limitNote ? ` (${limitNote})` : ""}`;
  },
);

type Limit = Parameters<typeof lengthWords>[0];

function boundWords(sense: ClockRule["sense"], length: string): string {
  if (sense === "follow_up") return t("every {length}", { length });
  return sense === "not_before" ? t("at least {length}", { length }) : length;
}

type Standing = { rule: ClockRule; dueOn: CivilDate; dueAt: Date | null; today: CivilDate; now: Date | null };

/** The state of a clock in a few words: `4 days overdue`, `19 h left of 48`, `77 days left`, `Return date 2 Dec`. */
export function clockWords({ rule, dueOn, dueAt, today, now }: Standing, dateWord?: string): string {
  const left = daysBetween(today, dueOn);
  if (rule.limit?.unit === "hours" && dueAt && now) return hoursWords(dueAt, now, rule.limit.amount);
  if (rule.sense === "lapse") {
    if (left < 0) return t("Lapsed {plural} ago", { plural: plural(-left, "day") });
    if (left > 366) return t("Lapses {dueOn}", { dueOn: formatDate(dueOn) });
    return left === 0 ? t("Lapses today") : t("{left} left", { left: plural(left, "day") });
  }
  if (rule.sense === "not_before" && !dateWord) return t("Not before {dueOn}", { dueOn: formatDateNear(dueOn, today) });
  if (left > 1 && dateWord) return `${dateWord} ${formatDateNear(dueOn, today)}`;
  return dueWords(dueOn, today);
}

type Moved = {
  extendedOn: CivilDate | null;
  until: CivilDate | null;
  stoodStill: number;
  /** The end before anybody changed it. */
  own: CivilDate;
};

/** Why the clock ends on that day: the rule and its trigger, and people's changes since. */
export function clockWhy(rule: ClockRule, startedOn: CivilDate, fromPaper: boolean, moved: Moved): string {
  const own = fromPaper
    ? t("Date recorded on the paper")
    : `${limitWords(rule)} from ${rule.trigger}, ${formatDate(startedOn)}`;
  const still =
    moved.stoodStill > 0 ? t(". It was paused for {stoodStill}", { stoodStill: plural(moved.stoodStill, "day") }) : "";
  const given =
    moved.until && moved.extendedOn
      ? t(". Changed to {until} on {extendedOn}", {
          until: formatDate(moved.until),
          extendedOn: formatDate(moved.extendedOn),
        })
      : "";
  const law =
    rule.kind === "L" && (still || given)
      ? t(". The date set by law does not move: {own}", { own: formatDate(moved.own) })
      : "";
  return `${own}${still}${given}${law}`;
}

/** Why a recorded start cannot be right, or null. */
export function startWarning(startedOn: string, today: CivilDate): string | null {
  if (!isCivilDate(startedOn))
    return t("It starts on {startedOn}, a day that does not exist. Correct the date.", { startedOn });
  if (startedOn < "1990-01-01")
    return t("It starts in the year {value}, which cannot be right. Correct the date.", {
      value: startedOn.slice(0, 4),
    });
  if (startedOn > today)
    return t("It starts on {startedOn}, which has not come yet. Correct the date.", {
      startedOn: formatDate(startedOn),
    });
  return null;
}

/** Its own name, and for one report of a step the platform: for places that do not name the step. */
export const clockTitle = ({ title, about }: Pick<CaseClock, "title" | "about">): string =>
  about ? `${title}: ${about}` : title;

/** Preceded by its step, which names the platform itself: for places with room for both. */
export const fullTitle = ({ title, stepTitle }: Pick<CaseClock, "title" | "stepTitle">): string =>
  stepTitle && stepTitle !== title ? `${stepTitle}: ${title}` : title;
