"use client";

import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import type { Candidate } from "@/lib/documents/certificates/types";
import { t } from "@/lib/platform/language/translate";

/** The exhibits from which nothing is missing, all ticked at first. */
export function ExhibitTicks({ ready }: { ready: readonly Candidate[] }) {
  const field = useField("exhibitIds");
  return (
    <fieldset className={field.error ? "field field--error" : "field"}>
      <legend>{t("Exhibits")}</legend>
      {field.error ? <FieldError id={`${field.id}-error`}>{field.error}</FieldError> : null}
      {ready.map(({ id, label, description }, index) => (
        <label className="choice" key={id} htmlFor={index === 0 ? field.id : `${field.id}-${id}`}>
          <input
            type="checkbox"
            id={index === 0 ? field.id : `${field.id}-${id}`}
            name="exhibitIds"
            value={id}
            defaultChecked
          />
          <span>{label}</span>
          <small>{description}</small>
        </label>
      ))}
    </fieldset>
  );
}
