import type { Choice } from "@/app/_ui/choice";
import { actNatures, confidenceHints, confidenceLabels, eventNatures } from "@/lib/casework/cases/labels";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { choicesIn, offerChoices } from "@/lib/organisation/choices/rules";
import type { ChoicesByList, ChoicesNow } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";
import { zoneName } from "@/lib/platform/text/format";
import { zonesOfRegion } from "@/lib/platform/time/zone";

/** Platforms by name, "other" last as in the data. */
export function platformChoices(): Choice[] {
  return houseLaw.platforms.map((platform) => ({ value: platform.key, label: platform.name }));
}

/** Zones of the countries of the playbooks, each country's own first, then UTC. */
export function zoneChoices(playbooks: readonly Playbook[], now: Date): Choice[] {
  const countries = new Map(playbooks.flatMap((p) => [p.home, p.there]).map((country) => [country.code, country]));
  const own = [...countries.values()].flatMap((country) =>
    [...new Set([country.zone, ...zonesOfRegion(country.code)])].map((zone) => ({
      value: zone,
      label: zoneWords(zone, now),
      group: country.name,
    })),
  );
  return [...own, { value: "UTC", label: t("UTC"), group: t("Neither") }];
}

/** `Johannesburg, SAST` */
export function zoneWords(zone: string, now: Date): string {
  const city = zone.split("/").slice(1).reverse().join(", ").replaceAll("_", " ");
  return city ? `${city}, ${zoneName(now, zone)}` : zone;
}

/**
 * What an incident was, as the organisation offers it. @param only of one kind @param kept what the incident has: it stays
 * though it is hidden now
 */
export function natureChoices(
  { act = [], event = [] }: ChoicesByList,
  only?: "act" | "event",
  kept?: string,
): Choice[] {
  const grouped = (ours: Record<string, string>, now: ChoicesNow, group: string) =>
    offerChoices(choicesIn(ours), now, kept).map((choice) => ({ ...choice, group }));
  const acts = grouped(actNatures, act, t("Acts"));
  const events = grouped(eventNatures, event, t("Other events"));
  if (only) return only === "act" ? acts : events;
  return [...acts, ...events];
}

export function confidenceChoices(): Choice[] {
  return Object.entries(confidenceLabels).map(([value, label]) => ({
    value,
    label: `${label}: ${confidenceHints[value as keyof typeof confidenceHints].toLowerCase().replace(/\.$/, "")}`,
  }));
}
