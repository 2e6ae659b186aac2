import { findPlaybook, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

/** The zone of the office: until an organisation chooses one, that of the first country the playbooks start from. */
export function officeZone(): string {
  return newestPlaybooks()[0]?.home.zone ?? "UTC";
}

/** The country of the office, by its two letters: how people there write dates. */
export function officeCountry(): { code: string; name: string } {
  const { code = "", name = "" } = newestPlaybooks()[0]?.home ?? {};
  return { code, name };
}

/** The civil date on the office wall. */
export function officeToday(now: Date): CivilDate {
  return civilDate(now, officeZone());
}

/** The civil date where cases of a pair are at home: their clocks are calculated by it, so lists are too. */
export function todayAtHome(pair: string, now: Date): CivilDate {
  return civilDate(now, findPlaybook(pair)?.home.zone ?? officeZone());
}
