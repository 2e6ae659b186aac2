"use client";

import { type RefObject, useEffect, useState } from "react";
import type { PreflightView } from "@/lib/packets/packets/types";

const restMs = 600;

/**
 * Asks for the checklist of the form around `box` when the typing rests, and when somebody comes back to the tab from
 * correcting the case. A question that is still open is dropped before the next: two are never on their way.
 * @param given the lines to show until then; a new `answer` of the server replaces what was asked
 */
export function useLiveCheck(
  box: RefObject<HTMLElement | null>,
  caseId: string,
  given: readonly PreflightView[],
  answer: string | undefined,
): { lines: readonly PreflightView[]; missed: boolean } {
  const [asked, setAsked] = useState<readonly PreflightView[] | null>(null);
  const [missed, setMissed] = useState(false);
  useEffect(() => setAsked(null), [answer]);

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let open: AbortController | undefined;
    async function ask() {
      open?.abort();
      const mine = new AbortController();
      open = mine;
      const lines = await askLines(caseId, form as HTMLFormElement, mine.signal);
      if (mine.signal.aborted) return;
      setMissed(lines === null);
      if (lines) setAsked(lines);
    }
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, restMs);
    };
    const back = () => {
      if (document.visibilityState === "visible") rest();
    };
    form.addEventListener("input", rest);
    form.addEventListener("change", rest);
    document.addEventListener("visibilitychange", back);
    return () => {
      clearTimeout(timer);
      open?.abort();
      form.removeEventListener("input", rest);
      form.removeEventListener("change", rest);
      document.removeEventListener("visibilitychange", back);
    };
  }, [box, caseId]);

  return { lines: asked ?? given, missed };
}

/** Null when no answer came: the line is down, or somebody signed out in another window. */
async function askLines(caseId: string, form: HTMLFormElement, signal: AbortSignal): Promise<PreflightView[] | null> {
  const typed = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  try {
    const answer = await fetch(`/api/packets/check/${caseId}`, {
      method: "POST",
      body: new URLSearchParams(typed as [string, string][]),
      signal,
    });
    return answer.ok ? ((await answer.json()) as PreflightView[]) : null;
  } catch {
    return null;
  }
}
