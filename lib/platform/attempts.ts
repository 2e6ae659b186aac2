import "server-only";
import { log } from "./log";

/**
 * What is refused before anybody knows for which organisation, so that no audit log can hold it. Counted and nothing
 * else: no address, no name, no page, nothing that was sent.
 */
export const attemptKinds = [
  "unknown_address",
  "unknown_passkey",
  "unknown_subject",
  "unknown_token",
  "budget_empty",
  "foreign_origin",
  "bad_input",
] as const;
export type AttemptKind = (typeof attemptKinds)[number];

type Tally = { total: number; waiting: number; timer?: NodeJS.Timeout };

const minute = 60_000;

/** One for the process, as the pool is: a build holds this file more than once. */
const kept = globalThis as { crossdocketAttempts?: Map<AttemptKind, Tally> };

type Write = (line: { attempt: AttemptKind; count: number }) => void;
const toLog: Write = (line) => log().warn(line, "attempts were refused");

/**
 * Counts one. The first is logged at once, all others of the minute after it as one line: two a minute and kind are the
 * most, whatever is sent.
 */
export function noteAttempt(kind: AttemptKind, write = toLog): void {
  const tally = tallyOf(kind);
  tally.total += 1;
  if (tally.timer) {
    tally.waiting += 1;
    return;
  }
  write({ attempt: kind, count: 1 });
  wait(kind, tally, write);
}

/** How many there were of each kind since the process began. */
export function attemptTotals(): Record<AttemptKind, number> {
  return Object.fromEntries(attemptKinds.map((kind) => [kind, tallyOf(kind).total])) as Record<AttemptKind, number>;
}

function wait(kind: AttemptKind, tally: Tally, write: Write): void {
  tally.timer = setTimeout(() => {
    tally.timer = undefined;
    if (tally.waiting === 0) return;
    write({ attempt: kind, count: tally.waiting });
    tally.waiting = 0;
    wait(kind, tally, write);
  }, minute).unref();
}

function tallyOf(kind: AttemptKind): Tally {
  kept.crossdocketAttempts ??= new Map();
  const tally = kept.crossdocketAttempts.get(kind) ?? { total: 0, waiting: 0 };
  kept.crossdocketAttempts.set(kind, tally);
  return tally;
}
