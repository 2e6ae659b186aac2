"use client";

import { type MouseEvent, useContext, useEffect, useRef } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Icon } from "@/app/_ui/icon";
import { countWords, PreflightCounts, PreflightList } from "@/app/(work)/_components/preflight-list";
import type { PreflightView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { preflightField } from "../checked-state";
import { useLiveCheck } from "./use-live-check";

type Props = { caseId: string; kind: string; first: readonly PreflightView[] };

/**
 * The checklist of the draft while it is typed, next to the form. Without JavaScript it is the list from when the page
 * was opened, or from the last "Check first". On a phone it is an expandable bar with the counts.
 */
export function LiveCheck({ caseId, kind, first }: Props) {
  const { state } = useContext(FormContext);
  const box = useRef<HTMLDetailsElement>(null);
  const answered = state.values[preflightField];
  const given = answered ? (JSON.parse(answered) as PreflightView[]) : first;
  const { lines, missed } = useLiveCheck(box, caseId, given, answered);
  useEffect(() => {
    if (box.current && matchMedia("(min-width: 64rem)").matches) box.current.open = true;
  }, []);
  return (
    <details className="panel livecheck" ref={box} open={answered !== undefined}>
      <summary>
        <h2>
          {t("Preflight")} <Icon name="chevron-up" className="icon--turn" />
        </h2>
        <PreflightCounts lines={lines} short />
        <span className="vh" role="status" aria-live="polite">
          {countWords(lines)}
        </span>
      </summary>
      {/* biome-ignore lint/a11y: links inside carry the act; this only opens the fold that a field may stand in */}
      <div className="livecheck__lines" onClick={goToField}>
        {missed ? <p className="panel__foot">{t("The checklist could not be loaded. Press “Check first”.")}</p> : null}
        <PreflightList lines={lines} caseId={caseId} kind={kind} inForm />
      </div>
    </details>
  );
}

/** A link to a field opens the section that contains it and moves the cursor there. */
function goToField(event: MouseEvent<HTMLDivElement>): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  const target = link ? document.getElementById(link.hash.slice(1)) : null;
  if (!target) return;
  event.preventDefault();
  const fold = target.closest("details") ?? target.querySelector("details");
  if (fold) fold.open = true;
  if (!matchMedia("(min-width: 64rem)").matches) event.currentTarget.closest("details")?.removeAttribute("open");
  const field = target.matches("input, textarea, select")
    ? target
    : target.querySelector<HTMLElement>("textarea, select, input:not([type=hidden]), a, summary");
  (target.closest(".field") ?? target).scrollIntoView({ block: "start" });
  field?.focus({ preventScroll: true });
}
