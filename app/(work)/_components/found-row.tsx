"use client";

import { useContext } from "react";
import { Chip } from "@/app/_ui/chip";
import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { DateField, FieldError, TextField } from "@/app/_ui/field";
import { FormContext } from "@/app/_ui/form-context";
import { standingLabels, standingLooks } from "@/lib/escalation/messages/labels";
import type { FoundNumber } from "@/lib/escalation/messages/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { CaseCodes } from "./case-codes";

/** One number of a message: a tick, how it was read, and what can be changed before it is saved. */
export function FoundRow({ one, kinds }: { one: FoundNumber; kinds: readonly Choice[] }) {
  const { state } = useContext(FormContext);
  const { no } = one;
  const keep = `keep-${no}`;
  const looks = standingLooks[one.standing];
  const usual = one.standing === "good" || one.standing === "odd";
  const ticked = state.status === "failed" ? state.values[keep] !== undefined : usual;
  const wrong = state.fields[`raw-${no}`];
  const asks = one.standing === "odd" || one.standing === "known" || state.fields[`sure-${no}`] !== undefined;
  const open = wrong !== undefined || state.fields[`station-${no}`] !== undefined;
  return (
    <div>
      <label className="found">
        <input
          type="checkbox"
          name={keep}
          value="on"
          defaultChecked={ticked}
          disabled={one.standing === "here"}
          data-found
        />
        <input type="hidden" name={`raw-${no}`} value={one.raw} />
        <span>
          <span className="muted">{one.label}</span> <span className="ref">{one.display}</span>
          {wrong === one.explanation ? null : <span className="small">{one.explanation}</span>}
        </span>
        <Chip kind={looks.kind} icon={looks.icon}>
          {standingLabels[one.standing]}
        </Chip>
      </label>
      {one.standing === "here" ? null : (
        <div className="found__more stack">
          {wrong ? <FieldError id={`raw-${no}-error`}>{wrong}</FieldError> : null}
          <CaseCodes text={`${one.explanation} ${wrong ?? ""}`} />
          {one.stationIsGuess ? <input type="hidden" name={`guess-${no}`} value={one.station ?? ""} /> : null}
          <DateField
            name={`issued-${no}`}
            label={t("Given on")}
            hint={
              one.issuedOn
                ? t("The message says {issuedOn}", { issuedOn: formatDate(one.issuedOn) })
                : t("The message does not say when")
            }
            defaultValue={one.issuedOn ?? ""}
            optional
          />
          {asks ? <Checkbox name={`sure-${no}`} error="" label={t("Keep it as it is, I have checked it")} /> : null}
          <details open={open || (one.needsStation && (!one.station || one.stationIsGuess))}>
            <summary>{one.needsStation ? t("Kind and station") : t("Kind and who gave it")}</summary>
            <div className="cols cols--2">
              <Select name={`kind-${no}`} label={t("Kind")} options={kinds} defaultValue={one.kind} />
              {one.needsStation ? (
                <TextField name={`station-${no}`} label={t("Station")} defaultValue={one.station ?? ""} optional />
              ) : (
                <TextField name={`issuer-${no}`} label={t("Who gave it")} defaultValue={one.issuer ?? ""} optional />
              )}
            </div>
          </details>
        </div>
      )}
    </div>
  );
}
