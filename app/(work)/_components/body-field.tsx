import { useId } from "react";
import { type FieldFrame, TextField } from "@/app/_ui/field";
import type { OfferedBody } from "@/lib/organisation/bodies/types";

type Props = Omit<FieldFrame, "id" | "error"> & {
  offered: readonly OfferedBody[];
  defaultValue?: string;
  required?: boolean;
};

/**
 * A station, court or office: the directory proposes its names while somebody types, and any other text is kept. What
 * is listed is recognised by its name, so that it works without script.
 */
export function BodyField({ offered, ...field }: Props) {
  const proposals = useId();
  return (
    <>
      <TextField {...field} list={offered.length > 0 ? proposals : undefined} />
      {offered.length > 0 ? (
        <datalist id={proposals}>
          {offered.map(({ ref, label }) => (
            <option key={ref} value={label} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
