"use client";

import { createContext, useContext } from "react";
import { type FormState, idle } from "./form-state";

export type FormFacts = {
  state: FormState;
  pending: boolean;
  /** What was sent last, so that only the button that was pressed says that it is working. */
  sent: FormData | null;
  prefix: string;
};

export const FormContext = createContext<FormFacts>({ state: idle, pending: false, sent: null, prefix: "field" });

/** The id of a field's input: the error summary and the label agree on it. */
export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

/** `tried`: the form came back with what was sent, so a box that was not ticked then is not ticked now. */
export type FieldFacts = {
  id: string;
  error: string | undefined;
  typed: string | undefined;
  /** All that was sent under the name. */
  all: readonly string[];
  tried: boolean;
};

/** The result of the last attempt for this field: its message, and the text as typed. */
export function useField(name: string, id?: string): FieldFacts {
  const { state, prefix } = useContext(FormContext);
  return {
    id: id ?? fieldId(prefix, name),
    error: state.fields[name],
    typed: state.values[name],
    all: state.several?.[name] ?? (state.values[name] === undefined ? [] : [state.values[name]]),
    tried: state.status === "failed" || Object.keys(state.values).length > 0,
  };
}
