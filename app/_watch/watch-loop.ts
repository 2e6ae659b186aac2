import { hideEvent } from "./hide-button";
import { leaveAtOnce } from "./leave-button";
import { leaves, tellEvery, type Watched, watchedAt } from "./watch-rules";

type Told = { who: string; show: (shown: Watched, idle: number) => void };

export type WatchLoop = { goOn: () => Promise<"open" | "ended" | "away">; stop: () => void };

const lookEvery = 10_000;
const uses = ["pointerdown", "wheel", "touchmove"];

/**
 * Covers the page when nobody uses it, warns, and locks it when the session ends; what was typed stays below the cover.
 * Tabs of one browser tell each other, so that a page in the background does not end the work in another.
 */
export function startWatching({ who, show }: Told): WatchLoop {
  const known = { used: Date.now(), told: Date.now(), shown: "open" as Watched, shifts: [] as number[] };
  const tabs = new BroadcastChannel("crossdocket.use");
  const stop = new AbortController();
  const { signal } = stop;

  function change(shown: Watched): void {
    known.shown = shown;
    show(shown, Date.now() - known.used);
  }
  function use(): void {
    if (known.shown !== "open") return;
    if (Date.now() - known.used > 1_000) tabs.postMessage("used");
    known.used = Date.now();
  }
  function press(event: KeyboardEvent): void {
    known.shifts = event.key === "Shift" && !event.repeat ? [...known.shifts.slice(-2), Date.now()] : [];
    if (leaves(known.shifts)) leaveAtOnce();
    use();
  }
  async function look(): Promise<void> {
    const next = watchedAt(Date.now() - known.used, known.shown);
    if (next === "locked" && known.shown !== "locked") await askSession("DELETE");
    change(next);
    if (next !== "open" || known.used <= known.told || Date.now() - known.told < tellEvery) return;
    known.told = Date.now();
    const answer = await askSession("POST");
    if (answer !== "away" && answer.who !== who) change("locked");
  }
  /** Goes on as the same person. Somebody else who signed in meanwhile gets their own page, and nothing of this one. */
  async function goOn(): Promise<"open" | "ended" | "away"> {
    const answer = await askSession("POST");
    if (answer === "away") return "away";
    if (answer.who === who) {
      Object.assign(known, { used: Date.now(), told: Date.now() });
      change("open");
      return "open";
    }
    if (answer.who !== null) location.reload();
    change("locked");
    return "ended";
  }

  tabs.addEventListener("message", () => {
    known.used = Date.now();
    if (known.shown === "warned") change("covered");
  });
  for (const sign of uses) document.addEventListener(sign, use, { passive: true, signal });
  document.addEventListener("keydown", press, { signal });
  document.addEventListener(hideEvent, () => change("covered"), { signal });
  document.addEventListener("visibilitychange", () => document.hidden || void look(), { signal });
  const timer = setInterval(() => void look(), lookEvery);
  return {
    goOn,
    stop: () => {
      clearInterval(timer);
      tabs.close();
      stop.abort();
    },
  };
}

/** Asks whether the session lives, which also keeps it alive, or ends it. "away" when nobody answers. */
async function askSession(method: "POST" | "DELETE"): Promise<{ who: string | null } | "away"> {
  try {
    const answer = await fetch("/api/session", { method, cache: "no-store" });
    if (answer.status === 401 || answer.status === 204) return { who: null };
    return answer.ok ? ((await answer.json()) as { who: string }) : "away";
  } catch {
    return "away";
  }
}
