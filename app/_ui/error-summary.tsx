"use client";

import { useEffect, useRef } from "react";
import { t } from "@/lib/platform/language/translate";
import { fieldId } from "./form-context";
import type { FormState } from "./form-state";
import { Icon } from "./icon";

/** What has to be corrected, at the top of the form. It takes focus, so that it is read and seen first. */
export function ErrorSummary({ state, prefix, title }: { state: FormState; prefix: string; title?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "failed") box.current?.focus();
  }, [state]);
  if (state.status !== "failed") return null;
  const fields = Object.entries(state.fields);
  const own = state.message && !fields.some(([, message]) => message === state.message);
  return (
    <div className="summary" ref={box} tabIndex={-1} role="alert">
      <h2>
        <Icon name="circle-alert" />
        {title ??
          (fields.length > 1
            ? t("Correct {fields} fields. What you typed is still here", { fields: fields.length })
            : t("Not saved yet. What you typed is still here"))}
      </h2>
      {own ? <p>{state.message}</p> : null}
      {fields.length > 0 ? (
        <ul>
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(prefix, name)}`}>{message}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
