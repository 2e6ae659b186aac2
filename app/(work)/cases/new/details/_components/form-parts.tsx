"use client";

import type { Route } from "next";
import { useContext } from "react";
import { FormContext, fieldId } from "@/app/_ui/form-context";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";

/** A hidden value that stays what it was when the form comes back. */
export function KeptValue({ name, value }: { name: string; value: string }) {
  const { state } = useContext(FormContext);
  const kept = state.values[name] ?? value;
  return <input type="hidden" name={name} value={kept} readOnly />;
}

/** What Enter in a field presses: without it the first button of the form would be "Add another". */
export function DefaultSubmit() {
  return <button type="submit" name="do" value="open" className="vh" tabIndex={-1} aria-hidden="true" />;
}

/** The same form was sent before and did its work: the way to what it opened. */
export function AlreadyOpen() {
  const { state, prefix } = useContext(FormContext);
  if (!state.fields.id || !state.values.id) return null;
  return (
    <div id={fieldId(prefix, "id")} tabIndex={-1}>
      <Notice kind="info" icon="folder" title={state.fields.id}>
        <LinkButton href={`/cases/${state.values.id}` as Route} icon="arrow-right">
          {t("Go to the case")}
        </LinkButton>
      </Notice>
    </div>
  );
}
