import { findClock, type Law } from "@/lib/jurisdictions/rules";
import type { Playbook } from "@/lib/jurisdictions/types";
import type { ClockChangeView, OpenItem } from "./types";

export const changeLabels: Record<ClockChangeView["change"], string> = {
  paused: "Paused",
  resumed: "Let run again",
  extended: "Given another day",
  answered: "Answered",
};

/** A clock that runs no more, by the name of its rule or its step. */
export function clockName(key: string, playbook: Playbook, law: Law): string {
  const [what = "", first = "", second = ""] = key.split(":");
  const code = what === "case" ? first : second;
  const title = findClock(code, law)?.title;
  const step = what === "step" ? playbook.steps[first.split("/")[0] ?? ""]?.title : null;
  return [step, title].filter(Boolean).join(": ") || "A clock that runs no more";
}

/** What stays open, in the order in which the page lists it. */
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
