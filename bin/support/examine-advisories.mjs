import { describeFault, isOverdue, readKnown, staleAfter } from "./ask-advisories.mjs";

const day = 24 * 60 * 60 * 1000;

/**
 * When known vulnerabilities of packages were last checked, and which there are. Contacts nobody. `[state, what,
 * advice?]`.
 */
export function examineAdvisories(dataDir, now = new Date()) {
  const advice = `run "npm run advisories" every ${staleAfter} days, in a clone of this release where a network is`;
  const { lookedAt, known } = readKnown(dataDir);
  if (!lookedAt) return [["warn", "Nobody looked for known faults of packages yet", advice]];
  const days = Math.max(0, Math.floor((now - new Date(lookedAt)) / day));
  const what = `Known faults of packages: looked for ${days === 0 ? "today" : `${days} ${days === 1 ? "day" : "days"} ago`}`;
  const fix = "take the version that fixes it; docs/OPERATIONS.md says by when";
  return [
    days > staleAfter ? ["warn", `${what}, which is overdue`, advice] : ["ok", what],
    ...known.map((fault) => [isOverdue(fault, now) ? "fail" : "warn", describeFault(fault, now), fix]),
  ];
}
