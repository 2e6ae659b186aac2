import { civilDate } from "@/lib/platform/time/clock";
import { endOfDay, instantOnWall } from "@/lib/platform/time/zone";
import type { AskAct, AskWindow } from "./types";

const hour = 3_600_000;

/** Before the first act of a window and after its last. */
const hoursAround = 24;

/** Windows that are not further apart than this are one: a provider is asked once for what is nearly one time. */
const hoursBetween = 24;

/**
 * The times around the acts of one account: from 24 hours before the first of a cluster to 24 hours after its last, on
 * full hours. An act whose time is not exact counts as the whole day on which it was, where it was.
 */
export function windowsOf(acts: readonly AskAct[]): AskWindow[] {
  const spans = acts.map(spanOf).toSorted((a, b) => a.from - b.from || a.to - b.to);
  const windows: { from: number; to: number; acts: string[] }[] = [];
  for (const { code, ...span } of spans) {
    const from = span.from - hoursAround * hour;
    const to = span.to + hoursAround * hour;
    const last = windows.at(-1);
    if (last && from - last.to <= hoursBetween * hour) {
      last.to = Math.max(last.to, to);
      last.acts.push(code);
    } else windows.push({ from, to, acts: [code] });
  }
  return windows.map((window) => ({
    from: isoOf(Math.floor(window.from / hour) * hour),
    to: isoOf(Math.ceil(window.to / hour) * hour),
    acts: window.acts,
  }));
}

/** One time from the first window to the last: for a thread, which is not asked for in pieces. */
export function wholeOf(windows: readonly AskWindow[]): AskWindow | null {
  const [first] = windows;
  const last = windows.at(-1);
  return first && last ? { from: first.from, to: last.to, acts: windows.flatMap((window) => window.acts) } : null;
}

function spanOf({ code, at, exact, zone }: AskAct): { code: string; from: number; to: number } {
  if (exact) return { code, from: at.getTime(), to: at.getTime() };
  const day = civilDate(at, zone);
  const start = instantOnWall(`${day}T00:00`, zone) ?? at;
  return { code, from: start.getTime(), to: endOfDay(day, zone).getTime() };
}

const isoOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
