import type { IncidentFact, KeptAnswer } from "@/lib/law/dual-criminality/types";
import {
  findOffence,
  findPlaybook,
  houseLaw,
  inForceOn,
  isNameable,
  isPickable,
  type Law,
  pairingsOf,
} from "@/lib/law/jurisdictions/rules";
import type { Offence } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { ChargeChoices, NamedOffenceView, OffenceView, Pairing } from "./types";

export type PairOf = { pair: string; playbookVersion: number };

/**
 * Whether the law was in force on at least one of the dates. Without a date, only law that never came into force is
 * excluded.
 */
function inForceOnAny(offence: Offence, days: readonly CivilDate[]): boolean {
  if (days.length === 0) return isPickable(offence);
  return days.some((day) => inForceOn(offence, day));
}

/** Why an offence cannot be named, in a sentence; null when it can. */
function whyNotNamed(offence: Offence, days: readonly CivilDate[]): string | null {
  if (offence.replacedBy.length > 0)
    return t("{citation} is named by its limbs now. Choose one of them.", { citation: offence.citation });
  if (!isNameable(offence)) {
    const { title } = offence;
    return t("{title} stands for laws that were not read one by one. Choose an offence with a section of its own.", {
      title,
    });
  }
  if (inForceOnAny(offence, days)) return null;
  if (!isPickable(offence)) return t("{citation} is not in force. It cannot be named.", { citation: offence.citation });
  if (offence.inForceFrom) {
    return `${offence.citation} is in force from ${formatDate(offence.inForceFrom)}. No act of this case is as late as that.`;
  }
  return t("{citation} was not in force on the day of any act of this case.", { citation: offence.citation });
}

/**
 * The errors of a pair of offences, by field; empty if there are none.
 * @param days the civil dates of the acts, each in the zone where it was seen
 */
export function checkCharge(
  pairOf: PairOf,
  named: { homeOffence: string; thereOffence: string | null },
  days: readonly CivilDate[],
  law: Law = houseLaw,
): Record<string, string> {
  const playbook = findPlaybook(pairOf.pair, pairOf.playbookVersion, law);
  const home = findOffence(named.homeOffence, law);
  if (!home || home.jurisdiction !== playbook?.home.code) return { homeOffence: t("Choose an offence from the list.") };
  const noHome = whyNotNamed(home, days);
  if (noHome) return { homeOffence: noHome };
  if (named.thereOffence === null) return {};
  const there = findOffence(named.thereOffence, law);
  const paired = pairingsOf(pairOf.pair, home.key, law).some((row) => row.there.includes(named.thereOffence ?? ""));
  if (!there || !paired)
    return { thereOffence: t("Choose an offence that is paired with {citation}.", { citation: home.citation }) };
  const noThere = whyNotNamed(there, days);
  return noThere ? { thereOffence: noThere } : {};
}

export function offenceView(offence: Offence, days: readonly CivilDate[]): OffenceView {
  const { key, title, citation, maxPenalty, inForceFrom, note, sources } = offence;
  return {
    key,
    title,
    citation,
    maxPenalty,
    inForceFrom,
    note: note ?? null,
    sources,
    inForce: inForceOnAny(offence, days),
  };
}

/** The same on a case, with the acts that it does not carry because the law was not in force on their day. */
export function namedOffenceView(offence: Offence, incidents: readonly IncidentFact[]): NamedOffenceView {
  const acts = incidents.filter((incident) => incident.kind === "act");
  const early = acts.filter((act) => !inForceOn(offence, act.day)).map(({ code, day }) => ({ code, day }));
  const days = acts.map((act) => act.day);
  return { ...offenceView(offence, days), notCarried: early };
}

/** The offences that can be alleged on a case, and those that cannot. */
export function chargeChoices(pairOf: PairOf, days: readonly CivilDate[], law: Law = houseLaw): ChargeChoices {
  const playbook = findPlaybook(pairOf.pair, pairOf.playbookVersion, law);
  const nameable = law.offences.filter(isNameable);
  const here = nameable.filter((offence) => offence.jurisdiction === playbook?.home.code);
  const there = nameable.filter((offence) => offence.jurisdiction === playbook?.there.code);
  const open = here.filter((offence) => inForceOnAny(offence, days));
  return {
    open: open.map((offence) => ({
      offence: offenceView(offence, days),
      pairings: pairings(pairOf.pair, offence, days, law),
    })),
    refused: [...here, ...there].filter((offence) => !inForceOnAny(offence, days)).map((o) => offenceView(o, days)),
  };
}

function pairings(pair: string, home: Offence, days: readonly CivilDate[], law: Law): Pairing[] {
  return pairingsOf(pair, home.key, law).map((row) => ({
    home: offenceView(home, days),
    there: row.there
      .flatMap((key) => findOffence(key, law) ?? [])
      .filter((offence) => isNameable(offence) && inForceOnAny(offence, days))
      .map((offence) => offenceView(offence, days)),
    words: [row.homeNote, row.thereText].filter(Boolean).join(": "),
    extraElement: row.extraElement,
  }));
}

/** Whether two lists hold the same answers, in whatever order. */
export function sameAnswers(a: readonly KeptAnswer[], b: readonly KeptAnswer[]): boolean {
  const contentOf = ({ side, key, incidentIds, exhibitIds, note, declined }: KeptAnswer) =>
    JSON.stringify([
      side,
      key,
      incidentIds.toSorted(),
      exhibitIds.toSorted(),
      note,
      declined.map(({ incidentId, why }) => [incidentId, why]).toSorted(),
    ]);
  return JSON.stringify(a.map(contentOf).toSorted()) === JSON.stringify(b.map(contentOf).toSorted());
}

/** Names an element of a charge in a form: one value for each box. */
export const elementPlace = (charge: { id: string }, { side, key }: { side: string; key: string }): string =>
  `${charge.id} ${side} ${key}`;
