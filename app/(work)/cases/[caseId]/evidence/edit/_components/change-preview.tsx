"use client";

import { type ReactNode, useRef, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { captured } from "../../_components/captured";
import { type CurrentValues, type PlannedChange, plannedChanges } from "../shared-values";

type Props = { current: readonly CurrentValues[]; children: ReactNode };

/** The fields, and below them what saving changes on which exhibits, while they are filled in. */
export function ChangePreview({ current, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<readonly PlannedChange[]>([]);
  return (
    <div ref={box} className="stack" onChange={() => setChanges(plannedChanges(current, typedIn(box.current)))}>
      {children}
      <section aria-label={t("What changes")} aria-live="polite" className="scripted">
        <p className="strong">{t("What changes")}</p>
        {changes.length === 0 ? <p className="muted">{t("Nothing yet")}</p> : null}
        <ul className="stack stack--s">
          {changes.map((change) => (
            <li key={change.field} className="breakable">
              <span className="strong">{captured[change.field].label}:</span> {change.value}. {changeWords(change)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function changeWords({ changed, replaced }: PlannedChange): string {
  if (changed.length === 0) return t("All of them have it already.");
  const exhibits = changed.join(", ");
  return replaced.length === 0
    ? t("New on {exhibits}.", { exhibits })
    : t("New on {exhibits}; it replaces another value on {replaced}.", { exhibits, replaced: replaced.join(", ") });
}

/** What is filled in, as a person reads it. */
function typedIn(box: HTMLElement | null): Record<string, string> {
  const fields = box?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input[name], select[name]") ?? [];
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      if (field instanceof HTMLSelectElement)
        return field.value === "" ? [] : [[field.name, field.selectedOptions[0]?.label ?? ""]];
      return [[field.name, field.type === "datetime-local" ? field.value.replace("T", " ") : field.value]];
    }),
  );
}
