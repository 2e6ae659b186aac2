import { quickExit } from "@/app/_watch/quick-exit-button";
import { askSession } from "./ask-session";
import { coverPage } from "./cover-page";
import { hideEvent } from "./hide-button";
import { dropLockAt } from "./lock-at";
import { askTypingKey, type TypingKey } from "./sealed-typing";
import { watchTyping } from "./typed-fields";
import { after, leaves, lookEvery, tellEvery, type Watched, watchedAt } from "./watch-rules";

const uses = ["pointerdown", "wheel", "touchmove"];

/**
 * Covers the page when nobody uses it, and locks it after half an hour. Tabs of one browser notify each other, so that
 * a page in the background does not end the work in another, and none stays open next to a covered one.
 */
export function startWatching(who: string): () => void {
  const known = { used: Date.now(), told: Date.now(), shown: "open" as Watched, shifts: [] as number[] };
  const tabs = new BroadcastChannel("crossdocket.use");
  const stop = new AbortController();
  const { signal } = stop;
  let key: Promise<TypingKey | null> | undefined;
  dropLockAt();
  const typed = watchTyping(signal, () => {
    key = askTypingKey().catch(() => null);
  });

  function cover(tell: boolean): void {
    if (known.shown !== "open") return;
    known.shown = "covered";
    if (tell) tabs.postMessage("covered");
    const fields = typed();
    end();
    void coverPage({ who, used: known.used, typed: fields, key });
  }
  /** The machine slept for that long: what was typed is still encrypted, under the key that was requested then. */
  function lock(): void {
    if (known.shown !== "open") return;
    known.shown = "locked";
    const fields = typed();
    end();
    void coverPage({ who, used: Date.now() - after.lock, typed: fields, key });
  }
  function use(): void {
    if (known.shown !== "open") return;
    if (Date.now() - known.used > 1_000) tabs.postMessage("used");
    known.used = Date.now();
  }
  function press(event: KeyboardEvent): void {
    known.shifts = event.key === "Shift" && !event.repeat ? [...known.shifts.slice(-2), Date.now()] : [];
    if (leaves(known.shifts)) quickExit();
    use();
  }
  async function look(): Promise<void> {
    const next = watchedAt(Date.now() - known.used, known.shown);
    if (next === "locked") return lock();
    if (next === "covered") return cover(true);
    if (known.used <= known.told || Date.now() - known.told < tellEvery) return;
    known.told = Date.now();
    const answer = await askSession("POST");
    if (answer === "covered") cover(false);
    else if (answer !== "away" && answer.who === null) lock();
    else if (answer !== "away" && answer.who !== who) location.reload();
  }
  /** A page from the browser's back/forward cache is as it was when it was left, whoever sits here now. */
  function again(event: PageTransitionEvent): void {
    if (event.persisted) location.reload();
  }

  tabs.addEventListener("message", ({ data }) => {
    if (data === "covered") cover(false);
    else known.used = Date.now();
  });
  for (const sign of uses) document.addEventListener(sign, use, { passive: true, signal });
  document.addEventListener("keydown", press, { signal });
  document.addEventListener(hideEvent, () => cover(true), { signal });
  document.addEventListener("visibilitychange", () => document.hidden || void look(), { signal });
  window.addEventListener("pageshow", again, { signal });
  const timer = setInterval(() => void look(), lookEvery);
  function end(): void {
    clearInterval(timer);
    tabs.close();
    stop.abort();
  }
  return end;
}
