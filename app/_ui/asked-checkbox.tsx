"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "./choice";
import { useField } from "./form-context";

/**
 * A checkbox shown only if the last attempt requires it: "Keep it as it is". The error is at its own field, so the
 * checkbox is not marked as an error itself.
 */
export function AskedCheckbox(props: Omit<ComponentProps<typeof Checkbox>, "error">) {
  const { error, typed } = useField(props.name);
  if (!error && typed === undefined) return null;
  return <Checkbox {...props} error="" />;
}
