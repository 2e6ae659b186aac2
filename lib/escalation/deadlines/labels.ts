import { type CaseReading, partNames } from "@/lib/escalation/steps/rules";
import { findClock } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import type { ClockChangeView, OpenItem } from "./types";

export const changeLabels: Record<ClockChangeView["change"], string> = {
  paused: t("Paused"),
  resumed: t("Let run again"),
  extended: t("Date changed"),
  answered: t("Answered"),
};

/** A clock that runs no more, by the name of its rule or its step, with the platform of one report. */
export function clockName(key: string, c: CaseReading): string {
  const [what = "", first = "", second = ""] = key.split(":");
  const code = what === "case" ? first : second;
  const title = findClock(code, c.law)?.title;
  const [stepKey = "", report = ""] = first.split("/");
  const step = what === "step" ? c.playbook.steps[stepKey] : undefined;
  const about = step && partNames(c, step)(report);
  return [step?.title, about, title].filter(Boolean).join(": ") || t("A deadline that no longer runs");
}

/** What remains open, in page order. */
export const openLabels: Record<OpenItem["kind"], string> = {
  clock: t("Running deadlines"),
  step: t("Steps under way"),
  refusal: t("Refusals"),
  reference: t("Numbers not yet issued"),
  packet: t("Packets without an answer"),
  release: t("Releases in force"),
  referral: t("Referrals without an outcome"),
  preservation: t("Preserved accounts"),
  document: t("Documents in draft"),
};
