import { type CaseReading, partNames } from "@/lib/escalation/steps/rules";
import { findClock } from "@/lib/law/jurisdictions/rules";
import type { ClockChangeView, OpenItem } from "./types";

export const changeLabels: Record<ClockChangeView["change"], string> = {
  paused: "Paused",
  resumed: "Let run again",
  extended: "Given another day",
  answered: "Answered",
};

/** A clock that runs no more, by the name of its rule or its step, with the platform of one report. */
export function clockName(key: string, c: CaseReading): string {
  const [what = "", first = "", second = ""] = key.split(":");
  const code = what === "case" ? first : second;
  const title = findClock(code, c.law)?.title;
  const [stepKey = "", report = ""] = first.split("/");
  const step = what === "step" ? c.playbook.steps[stepKey] : undefined;
  const about = step && partNames(c, step)(report);
  return [step?.title, about, title].filter(Boolean).join(": ") || "A clock that runs no more";
}

/** What remains open, in page order. */
export const openLabels: Record<OpenItem["kind"], string> = {
  clock: "Clocks that run",
  step: "Steps under way",
  refusal: "Refusals",
  reference: "Numbers not yet issued",
  packet: "Packets without an answer",
  release: "Releases in force",
  preservation: "Preserved accounts",
  document: "Papers in draft",
};
