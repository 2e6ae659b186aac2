import "server-only";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** The dates of the acts only: the law must have been in force on them. */
export function actDays(all: readonly { kind: "act" | "event"; day: CivilDate }[]): CivilDate[] {
  return [...new Set(all.filter((incident) => incident.kind === "act").map((incident) => incident.day))];
}
