"use client";

import { Checkbox } from "@/app/_ui/choice";
import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import type { AssignableCase } from "@/lib/casework/assignments/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";

/** Each case has a checkbox with its own name, so that it keeps its state after a rejected attempt. */
export function CaseTicks({ cases }: { cases: readonly AssignableCase[] }) {
  const { id, error } = useField("caseIds");
  return (
    <fieldset className="field" id={id} tabIndex={-1}>
      <legend>{plural(cases.length, "case")}</legend>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {cases.map((case_) => (
        <Checkbox
          key={case_.id}
          name={`case.${case_.id}`}
          label={`${case_.pseudonym}, ${case_.code}`}
          hint={t("Owner: {ownerName}", { ownerName: case_.ownerName })}
          defaultChecked
        />
      ))}
    </fieldset>
  );
}
