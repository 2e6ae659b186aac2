"use client";

import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";

/** What one of the elements refused, above all of them. */
export function ElementsError() {
  const { id, error } = useField("elements");
  return error ? (
    <div id={id} tabIndex={-1}>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  ) : null;
}
