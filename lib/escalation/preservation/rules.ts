import { limitWords, startWarning } from "@/lib/law/clocks/labels";
import { type ClockDue, type Moment, type RunningClock, runRule } from "@/lib/law/clocks/rules";
import type { Law } from "@/lib/law/jurisdictions/rules";
import type { ClockRule } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import type { preservationAnswers } from "./input";
import type { Forecast, PreservationFact } from "./types";

/** The preservation rules for an account: those of every platform, and those of its own. */
export function rulesFor(platform: string, law: Law): ClockRule[] {
  const own = (rule: ClockRule) => rule.platforms.length === 0 || rule.platforms.includes(platform);
  return law.clocks.filter((rule) => rule.perAccount && rule.enabled && own(rule));
}

const lapses = (rules: readonly ClockRule[]) => rules.filter((rule) => rule.sense === "lapse" && rule.limit);

const earliest = (days: readonly CivilDate[]): CivilDate | null => days.toSorted()[0] ?? null;

/** The last day without a renewal, and the last day with all that the rules allow. */
function spanOf(rules: readonly ClockRule[], from: CivilDate): { first: CivilDate | null; last: CivilDate | null } {
  const ends = lapses(rules).map((rule) => {
    const first = addDays(from, rule.limit?.amount ?? 0);
    return { first, last: addDays(first, (rule.renewal?.amount ?? 0) * (rule.renewal?.times ?? 0)) };
  });
  return { first: earliest(ends.map((end) => end.first)), last: earliest(ends.map((end) => end.last)) };
}

/** The last day on which the account is currently preserved, by the provider's letter or by the rules. */
export function keptUntil(keep: PreservationFact, law: Law): CivilDate | null {
  if (!keep.acceptedOn || keep.refusedOn) return null;
  const span = spanOf(rulesFor(keep.platform, law), keep.acceptedOn);
  return keep.expiresOn ?? (keep.renewedOn ? span.last : span.first);
}

export type KeepClock = { rule: ClockRule; running: RunningClock };

/** The clocks of one preservation. A deadline to ask for more time is answered by the renewal. */
export function preservationClocks(
  keep: PreservationFact,
  moment: Moment,
  law: Law,
  changesOf: (code: string) => Parameters<typeof runRule>[3],
): KeepClock[] {
  const { acceptedOn, renewedOn } = keep;
  if (!acceptedOn || keep.refusedOn) return [];
  const until = keptUntil(keep, law);
  return rulesFor(keep.platform, law).flatMap((rule) => {
    if (rule.sense !== "lapse" && renewedOn) return [];
    const renewable = rule.sense === "lapse" && rule.renewal !== null;
    // After the renewal the same alerts count from the renewal, so the officer is not asked again for what is done.
    const start = renewable && renewedOn ? { on: renewedOn } : { on: acceptedOn };
    const running = runRule(rule, start, moment, { ...changesOf(rule.code), paperDate: renewable ? until : null, law });
    return running ? [{ rule, running: reworded(running, rule, keep) }] : [];
  });
}

/** The end of a preservation is computed here and not by the rule alone, so its reason is worded here too. */
function reworded(running: RunningClock & ClockDue, rule: ClockRule, keep: PreservationFact): RunningClock {
  if (rule.sense !== "lapse" || !rule.renewal) return running;
  const { acceptedOn, renewedOn, expiresOn } = keep;
  const from = renewedOn
    ? t("renewed on {renewedOn}", { renewedOn: formatDate(renewedOn) })
    : t("accepted on {formatDate}", { formatDate: formatDate(acceptedOn ?? "") });
  const why = expiresOn ? t("The provider's letter names this day; {from}", { from }) : `${limitWords(rule)}; ${from}`;
  const afterwards = renewedOn ? t("It was renewed once. After this day the data is gone.") : running.afterwards;
  return { ...running, why: running.warning ?? why, afterwards };
}

/** The newest preservation of an account that was not refused. */
export function currentKeep(keeps: readonly PreservationFact[], accountId: string): PreservationFact | null {
  const mine = keeps.filter((keep) => keep.accountId === accountId);
  const alive = mine.filter((keep) => !keep.refusedOn);
  return alive.toSorted((a, b) => (a.acceptedOn ?? "").localeCompare(b.acceptedOn ?? "")).at(-1) ?? mine.at(-1) ?? null;
}

/** Days before the end from which a renewal is worth drafting: day 75 of 90. */
const renewalWindow = 15;

/**
 * What is kept of one account and until when, and when it may be gone before a state-to-state request is answered.
 * No date of an answer is ever foretold.
 * @param stateRequestOn the day on which such a request was sent, or null
 */
export function forecastGap(
  keep: PreservationFact | null,
  today: CivilDate,
  law: Law,
  stateRequestOn: CivilDate | null,
): Forecast {
  const nothing = { coveredUntil: null, renewFrom: null, renewUntil: null, goneAfter: null };
  if (!keep) return { ...nothing, state: "nothing", sentence: t("Nothing is kept for this account.") };
  if (keep.refusedOn) {
    const sentence = t("The provider refused on {refusedOn}. Nothing is kept for this account.", {
      refusedOn: formatDate(keep.refusedOn),
    });
    return { ...nothing, state: "refused", sentence };
  }
  if (!keep.acceptedOn) {
    const sentence = t("Requested on {askedOn}. Until the provider accepts, we do not know whether anything is kept.", {
      askedOn: formatDate(keep.askedOn),
    });
    return { ...nothing, state: "asked", sentence };
  }
  return covered(keep, today, law, stateRequestOn);
}

function covered(keep: PreservationFact, today: CivilDate, law: Law, stateRequestOn: CivilDate | null): Forecast {
  const rules = rulesFor(keep.platform, law);
  const until = keptUntil(keep, law);
  if (!until || !keep.acceptedOn) {
    const sentence = t("Kept, but no rule says for how long. Ask the officer for the day in the letter.");
    return { coveredUntil: null, renewFrom: null, renewUntil: null, goneAfter: null, state: "covered", sentence };
  }
  const once = lapses(rules).find((rule) => rule.renewal);
  const more = keep.renewedOn || !once?.renewal ? null : addDays(until, once.renewal.amount * once.renewal.times);
  const outer = spanOf(rules, keep.acceptedOn).last;
  const goneAfter = more === null ? until : keep.expiresOn || !outer || more < outer ? more : outer;
  const askBy = rules.find((rule) => rule.sense === "deadline" && rule.limit);
  const renewUntil = more === null ? null : askBy?.limit ? addDays(keep.acceptedOn, askBy.limit.amount) : until;
  const dates = {
    coveredUntil: until,
    goneAfter,
    renewUntil,
    renewFrom: more === null ? null : addDays(until, -renewalWindow),
  };
  if (until < today) {
    return {
      ...dates,
      state: "lapsed",
      sentence: t("Kept until {until}, which is past. It may be gone.", { until: formatDate(until) }),
    };
  }
  const kept =
    more === null
      ? t("Kept until {until}, and not longer.", { until: formatDate(until) })
      : t("Kept until {until}, or until {goneAfter} if renewed.", {
          until: formatDate(until),
          goneAfter: formatDate(goneAfter),
        });
  return { ...dates, state: "covered", sentence: `${kept} ${requestSentence(stateRequestOn)}` };
}

function requestSentence(sentOn: CivilDate | null): string {
  if (!sentOn)
    return t(
      "No state-to-state request has been sent yet. Nobody can say when one will be answered: evidence may lapse first.",
    );
  return t("A state-to-state request was sent on {sentOn}. There is no date for an answer: evidence may lapse first.", {
    sentOn: formatDate(sentOn),
  });
}

function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}

function requirePast(field: string, on: CivilDate | null, today: CivilDate): void {
  if (on && on > today) refuse(field, t("This day is in the future."));
  if (on && startWarning(on, today)) refuse(field, t("This date is too far in the past. Check the year."));
}

type Asked = {
  askedOn: CivilDate;
  acceptedOn: CivilDate | null;
  refusedOn: CivilDate | null;
  expiresOn: CivilDate | null;
};

/** @throws AppError invalid on the field whose day cannot be right */
export function requireDays(asked: Asked, today: CivilDate): void {
  const { askedOn, acceptedOn, refusedOn, expiresOn } = asked;
  requirePast("askedOn", askedOn, today);
  requirePast("acceptedOn", acceptedOn, today);
  requirePast("refusedOn", refusedOn, today);
  if (acceptedOn && refusedOn) refuse("refusedOn", t("It was accepted or refused, not both."));
  if (acceptedOn && acceptedOn < askedOn) refuse("acceptedOn", t("It cannot be accepted before it was asked."));
  if (refusedOn && refusedOn < askedOn) refuse("refusedOn", t("It cannot be refused before it was asked."));
  if (expiresOn && !acceptedOn) refuse("expiresOn", t("First say when it was accepted."));
  if (expiresOn && acceptedOn && expiresOn <= acceptedOn)
    refuse("expiresOn", t("The last day must be after the first."));
}

/** @throws AppError conflict when one that still counts is recorded for the account */
export function refuseSecond(keeps: readonly PreservationFact[], accountId: string, today: CivilDate, law: Law): void {
  const known = currentKeep(keeps, accountId);
  const over = !known || known.refusedOn || (keptUntil(known, law) ?? today) < today;
  if (over) return;
  throw new AppError(
    "conflict",
    t("A preservation of this account is already recorded. Add the answer or the renewal there."),
  );
}

type Answer = { answer: (typeof preservationAnswers)[number]; on: CivilDate; expiresOn: CivilDate | null };
type Change = Partial<Pick<PreservationFact, "acceptedOn" | "refusedOn" | "renewedOn" | "expiresOn">>;

/** The changes an answer makes. @throws AppError invalid on a field; conflict if it contradicts what is recorded */
export function answered(keep: PreservationFact, asked: Answer, today: CivilDate, law: Law): Change {
  const { answer, on, expiresOn } = asked;
  requirePast("on", on, today);
  if (on < keep.askedOn) refuse("on", t("It cannot be answered before it was asked."));
  if (keep.refusedOn) throw new AppError("conflict", t("It was refused. Record a new request instead."));
  if (answer === "refused") {
    if (keep.acceptedOn) throw new AppError("conflict", t("It was accepted already."));
    return { refusedOn: on };
  }
  if (answer === "accepted") {
    if (keep.acceptedOn) throw new AppError("conflict", t("It was accepted already."));
    requireDays({ ...keep, acceptedOn: on, expiresOn }, today);
    return { acceptedOn: on, expiresOn };
  }
  if (!keep.acceptedOn) throw new AppError("conflict", t("Record first that it was accepted."));
  if (expiresOn && expiresOn <= on) refuse("expiresOn", t("The last day must be after this day."));
  if (answer === "expiry") {
    return expiresOn ? { expiresOn } : refuse("expiresOn", t("Type the last day as the letter says it."));
  }
  return renewed(keep, on, expiresOn, law);
}

function renewed(keep: PreservationFact, on: CivilDate, expiresOn: CivilDate | null, law: Law): Change {
  if (keep.renewedOn) throw new AppError("conflict", t("It was renewed already, and the rules allow it once."));
  const until = keptUntil(keep, law);
  if (until && on > until)
    refuse("on", t("It lapsed on {until}. Record a new request instead.", { until: formatDate(until) }));
  if (keep.acceptedOn && on < keep.acceptedOn) refuse("on", t("It cannot be renewed before it was accepted."));
  // A letter's last day was that of the first period; the rules add theirs to it.
  const once = lapses(rulesFor(keep.platform, law)).find((rule) => rule.renewal)?.renewal;
  const added = keep.expiresOn && once ? addDays(keep.expiresOn, once.amount) : null;
  return { renewedOn: on, expiresOn: expiresOn ?? added };
}
