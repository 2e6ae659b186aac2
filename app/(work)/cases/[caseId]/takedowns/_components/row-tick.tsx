"use client";

import { useField } from "@/app/_ui/form-context";

/** One of several ticks of the same name. After a rejected attempt it is as it was sent. */
export function RowTick({ name, value, label }: { name: string; value: string; label: string }) {
  const field = useField(name);
  return (
    <input
      type="checkbox"
      name={name}
      value={value}
      aria-label={label}
      defaultChecked={field.tried && field.all.includes(value)}
    />
  );
}
