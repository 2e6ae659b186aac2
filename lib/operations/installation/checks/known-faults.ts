import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Read by the launcher too, which knows no alias: it imports nothing of ours. */

export type KnownFault = {
  name: string;
  id: string;
  severity: "critical" | "high" | "moderate" | "low" | "info";
  since: string;
};
export type KnownFaults = { lookedAt: string | undefined; known: KnownFault[] };

const day = 24 * 60 * 60 * 1000;

/** Days from when we first learnt of a fault, as docs/OPERATIONS.md says ("Dependency updates"). */
export const deadlines = { critical: 7, high: 7, moderate: 30, low: 30, info: 30 };

/** After this many days the last check is too old. */
export const staleAfter = 7;

export const knownFaultsFile = (dataDir: string): string => join(dataDir, "advisories.json");

/** The last recorded result; empty if there is none yet. */
export function readKnown(dataDir: string): KnownFaults {
  try {
    const { lookedAt, known } = JSON.parse(readFileSync(knownFaultsFile(dataDir), "utf8")) as KnownFaults;
    return { lookedAt, known };
  } catch {
    return { lookedAt: undefined, known: [] };
  }
}

/** The last day on which a fault may still be there. */
export const dueOn = ({ since, severity }: KnownFault): Date =>
  new Date(new Date(since).getTime() + deadlines[severity] * day);

export const isOverdue = (fault: KnownFault, now: Date): boolean => dueOn(fault) < now;
