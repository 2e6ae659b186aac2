import "server-only";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** The days of the acts alone: what the law must have covered. */
export function actDays(all: readonly { kind: "act" | "event"; day: CivilDate }[]): CivilDate[] {
  return [...new Set(all.filter((incident) => incident.kind === "act").map((incident) => incident.day))];
}
