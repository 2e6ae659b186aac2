"use client";

import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";

type Props = { incidents: readonly { id: string; code: string; what: string }[]; ticked: readonly string[] };

/** The incidents that an exhibit shows. Plain boxes: several carry one name, so each keeps its own tick. */
export function IncidentTicks({ incidents, ticked }: Props) {
  const { id, error } = useField("incidentIds");
  if (incidents.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>
        Incidents it shows<span className="muted field__optional"> (optional)</span>
      </legend>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {incidents.map((incident, index) => (
        <label className="choice" key={incident.id}>
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            name="incidentIds"
            value={incident.id}
            defaultChecked={ticked.includes(incident.id)}
          />
          <span className="clamp">
            {incident.code}, {incident.what}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
