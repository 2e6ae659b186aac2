import type { CaseClock } from "@/lib/law/clocks/types";
import type { ClockKind } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { dueWords, formatCount, formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { DeadlineGroup } from "./rules";
import type { MailChoice, MailLine, MailText, TeamNews } from "./types";

export const mailChoiceLabels: Record<MailChoice, string> = {
  digest_and_urgent: t("A daily mail, and urgent ones at once"),
  digest: t("A daily mail only"),
  none: t("No mail"),
};

export const mailChoiceHints: Record<MailChoice, string> = {
  digest_and_urgent: t(
    "Urgent means a time limit in hours, or a legal deadline from the day before it. Urgent mails wait until your quiet hours end.",
  ),
  digest: t("Everything, once a day."),
  none: t("Your deadlines are still on the Deadlines page and in your calendar."),
};

const kindWords: Record<ClockKind, string> = {
  L: t("A legal deadline"),
  P: t("A deadline of a provider"),
  D: t("A date of our own"),
};

/**
 * The reason for a reminder, in words that name no person, step, platform or matter: we do not know who reads the
 * mailbox. The details are shown after sign-in.
 */
export function reasonWords(clock: CaseClock, zone: string): string {
  const due = clock.dueAt ? formatInstant(clock.dueAt, zone) : formatDate(clock.dueOn);
  const counted = clock.startedOn === clock.dueOn ? "" : `, counted from ${formatDate(clock.startedOn)}`;
  const move = clock.waitsOn ? t("We wait for somebody else.") : t("The next move is ours.");
  return t("{kindWords}, due {due}{counted}. No answer is on record yet. {move}", {
    kindWords: kindWords[clock.kind],
    due,
    counted,
    move,
  });
}

/** `2 days overdue`, `due today`: the status of a deadline on the day of the mail. */
export function standsWords(clock: Pick<CaseClock, "dueOn" | "state">, today: CivilDate): string {
  if (clock.state === "overdue" && clock.dueOn >= today) return t("overdue since today");
  const words = dueWords(clock.dueOn, today);
  return words.replace(/^Due/, "due");
}

const footer = (origin: string, when: string): string =>
  [
    "--",
    t("{when} Names, places and what a case is about are never sent by e-mail.", { when }),
    t("Change what you get and when: {origin}/account#reminders", { origin }),
  ].join("\n");

function lineText(line: MailLine, origin: string): string {
  const cover = line.cover
    ? t("\n  You cover for {code} until {untilOn}.", { code: line.cover.code, untilOn: formatDate(line.cover.untilOn) })
    : "";
  return t("{code}: {stands}.\n  {why}{cover}\n  {origin}/cases/{caseId}/deadlines", {
    code: line.code,
    stands: line.stands,
    why: line.why,
    cover,
    origin,
    caseId: line.caseId,
  });
}

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}\n\n${lines.join("\n\n")}`];

/** The maximum number of lines in a mail; the rest is counted. */
const mostLines = 40;

function ownBlocks(lines: readonly MailLine[], origin: string): string[] {
  const shown = lines.slice(0, mostLines);
  const rest = lines.length - shown.length;
  const text = (overdue: boolean) =>
    shown.filter((line) => line.overdue === overdue).map((line) => lineText(line, origin));
  return [
    ...block("OVERDUE", text(true)),
    ...block("DUE AND COMING", text(false)),
    ...(rest > 0 ? [t("And {value}: {origin}/deadlines", { value: plural(rest, "more thing"), origin })] : []),
  ];
}

/** The daily mail of somebody who works on cases. */
export function digestText(lines: readonly MailLine[], day: CivilDate, origin: string): MailText {
  const count = plural(lines.length, "thing");
  return {
    subject: t("Crossdocket: {count} for today", { count }),
    body: [
      t("{count} in your cases on {day}.", { count, day: formatDate(day) }),
      ...ownBlocks(lines, origin),
      footer(origin, t("You get this at most once a day.")),
    ].join("\n\n"),
  };
}

/** The mail that does not wait for the next morning. */
export function urgentText(lines: readonly MailLine[], origin: string): MailText {
  return {
    subject: t("Crossdocket: {lines} that should not wait", { lines: plural(lines.length, "thing") }),
    body: [
      ...lines.map((line) => lineText(line, origin)),
      footer(origin, t("You get this at once because you chose urgent mails.")),
    ].join("\n\n"),
  };
}

function teamTable({ people }: TeamNews): string {
  const rows = people.map((person) =>
    [person.code, person.open, person.overdue, person.stalled, person.toApprove, person.flags, person.reviews].map(
      String,
    ),
  );
  const all = [["Member", "Open", t("Cases overdue"), t("Quiet 30 days"), t("To approve"), "Flags", "Notes"], ...rows];
  return all.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(8) : cell.padStart(14))).join("")).join("\n");
}

/** The one daily mail of a supervisor: the team in numbers, missed statutory deadlines, and their own cases. */
export function teamDigestText(news: TeamNews, own: readonly MailLine[], day: CivilDate, origin: string): MailText {
  const late = news.lawOverdue.map((line) =>
    t("{code}: {stands}, due {dueOn}.", { code: line.code, stands: line.stands, dueOn: formatDate(line.dueOn) }),
  );
  const rest = news.more > 0 ? [t("And {more} more.", { more: formatCount(news.more) })] : [];
  const law =
    late.length > 0 ? [t("LEGAL DEADLINES THAT ARE OVERDUE\n\n{value}", { value: [...late, ...rest].join("\n") })] : [];
  return {
    subject: t("Crossdocket: your team today"),
    body: [
      t("Your team on {day}. Members are shown by code; names are on {origin}/team", {
        day: formatDate(day),
        origin,
      }),
      teamTable(news),
      ...law,
      ...(own.length > 0 ? ["YOUR OWN CASES", ...ownBlocks(own, origin)] : []),
      t("Every deadline of the team: {origin}/deadlines?whose=team", { origin }),
      footer(origin, t("You get this at most once a day.")),
    ].join("\n\n"),
  };
}

export const groupLabels: Record<DeadlineGroup, string> = {
  overdue: t("Overdue"),
  today: t("Today"),
  week: t("In the next 7 days"),
  later: t("Later"),
  far: t("More than 90 days away"),
  paused: t("Paused"),
  passed: t("Time limits that have passed"),
};

const monthNames = t("January February March April May June July August September October November December").split(
  " ",
);

/** `2026-11` as `November 2026`. */
export function monthLabel(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${monthNames[(number ?? 1) - 1]} ${year}`;
}

const eventWords: Record<ClockKind, string> = { L: t("legal deadline"), P: t("provider deadline"), D: t("own date") };

/** The event title in a calendar that others may see: the number and the kind, nothing else. */
export const eventTitle = (caseCode: string, kind: ClockKind): string => `${caseCode}: ${eventWords[kind]}`;
