"use client";

import { useContext } from "react";
import { FieldError } from "@/app/_ui/field";
import { FormContext, fieldId } from "@/app/_ui/form-context";

/** One picker names two offences, so the message of either stands above it. */
export function NamingError() {
  const { state, prefix } = useContext(FormContext);
  return ["homeOffence", "thereOffence"].map((name) =>
    state.fields[name] ? (
      <FieldError key={name} id={fieldId(prefix, name)}>
        {state.fields[name]}
      </FieldError>
    ) : null,
  );
}
