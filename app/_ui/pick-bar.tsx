"use client";

import { type ReactNode, useEffect, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";
import { Button } from "./button";
import { Icon } from "./icon";

/** The tick boxes that belong to a form, wherever they are on the page. */
function boxesOf(form: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][form="${form}"]`)];
}

/** How many are ticked, and of how many; null until the page runs its script. */
function usePicked(form: string): { picked: number; of: number } | null {
  const [counted, setCounted] = useState<{ picked: number; of: number } | null>(null);
  useEffect(() => {
    const count = () => {
      const boxes = boxesOf(form);
      const now = { picked: boxes.filter((box) => box.checked).length, of: boxes.length };
      setCounted((before) => (before?.picked === now.picked && before.of === now.of ? before : now));
    };
    count();
    document.addEventListener("change", count);
    // The rows of another page come without a change of any box.
    const rows = new MutationObserver(count);
    rows.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("change", count);
      rows.disconnect();
    };
  }, [form]);
  return counted;
}

function tickAll(form: string, to: boolean): void {
  const boxes = boxesOf(form);
  for (const box of boxes) box.checked = to;
  boxes[0]?.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Ticks every row of the page. Without JavaScript each is ticked by hand. */
export function PickAll({ form }: { form: string }) {
  const counted = usePicked(form);
  return (
    <label className="pickall scripted">
      <input
        type="checkbox"
        checked={counted !== null && counted.of > 0 && counted.picked === counted.of}
        onChange={(event) => tickAll(form, event.target.checked)}
      />
      {t("All on this page")}
    </label>
  );
}

type PickBarProps = { form: string; action: string; label: string; children: ReactNode };

/**
 * What can be done with the ticked rows: it floats while any is ticked, and says how many. The form sends them in the
 * address, so a row is sent by its number or id. Without JavaScript it stands below the list.
 */
export function PickBar({ form, action, label, children }: PickBarProps) {
  const counted = usePicked(form);
  const picked = counted?.picked ?? 0;
  return (
    <form id={form} action={action} className="bulkbar pickbar" aria-label={label} data-picked={picked}>
      <span className="strong" aria-live="polite">
        <Icon name="check" />
        {counted ? t("{rows} ticked", { rows: plural(picked, "row") }) : label}
      </span>
      {children}
      {counted ? (
        <Button variant="quiet" onClick={() => tickAll(form, false)}>
          {t("Untick all")}
        </Button>
      ) : null}
    </form>
  );
}
