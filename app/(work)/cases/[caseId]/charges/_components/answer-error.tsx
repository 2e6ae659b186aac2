"use client";

import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";

/** The message that belongs to a group of boxes, with the id that the summary links to. */
export function AnswerError({ name }: { name: string }) {
  const field = useField(name);
  return field.error ? <FieldError id={field.id}>{field.error}</FieldError> : null;
}
