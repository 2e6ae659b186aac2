"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "./choice";
import { useField } from "./form-context";

/**
 * A yes that is asked only when the last try wants it: "Keep it as it is". What was wrong stands at its own field, so
 * the tick is not marked as an error itself.
 */
export function AskedCheckbox(props: Omit<ComponentProps<typeof Checkbox>, "error">) {
  const { error, typed } = useField(props.name);
  if (!error && typed === undefined) return null;
  return <Checkbox {...props} error="" />;
}
