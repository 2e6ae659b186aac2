"use client";

import { type ComponentProps, useContext } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonVariant } from "./button";
import { FormFoot } from "./form";
import { FormContext } from "./form-context";
import type { IconName } from "./icon-names";

type SubmitProps = Omit<ComponentProps<"button">, "type" | "className"> & {
  /** What it says while it works, as a doing word: "Saving the number". */
  pendingText: string;
  variant?: ButtonVariant;
  icon?: IconName;
  small?: boolean;
};

/** Sends the form. It stays focusable while it works, and the form ignores a second press. */
export function SubmitButton({ pendingText, variant = "primary", icon, small, children, ...rest }: SubmitProps) {
  const native = useFormStatus();
  const form = useContext(FormContext);
  const pending = native.pending || form.pending;
  const sent = native.data ?? form.sent;
  const mine = pending && (!rest.name || sent?.get(rest.name) === String(rest.value ?? ""));
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      small={small}
      icon={mine ? "hourglass" : icon}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {mine ? pendingText : children}
    </Button>
  );
}

/** The end of a form with one button. */
export function SubmitFoot(props: SubmitProps) {
  return (
    <FormFoot>
      <SubmitButton {...props} />
    </FormFoot>
  );
}
