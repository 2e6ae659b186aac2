"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { Chip } from "@/app/_ui/chip";
import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { DateField, TextField } from "@/app/_ui/field";
import { FormFoot } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { receivedViaLabels } from "@/lib/casework/references/labels";
import type { FoundOfficer, Piece, ReadMessage } from "@/lib/escalation/messages/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";
import { FoundRow } from "./found-row";
import type { PasteProps } from "./paste-message";

type FoundProps = PasteProps & { found: ReadMessage };

const via = choicesOf(receivedViaLabels);

/** The contents of a message: the message with highlights, a row for each finding, and where it goes. */
export function FoundInMessage({ found, chosen, kinds, proofs, today }: FoundProps) {
  const things = found.numbers.length + (found.officer ? 1 : 0);
  const box = useRef<HTMLElement>(null);
  const ticked = useTicked(box);
  if (things === 0) {
    return (
      <Notice title={t("No number in this message")} icon="info" live>
        {t(
          "We look for words such as CAS, OB, IC3, case, report or reference with a number behind them. You can record the number by hand.",
        )}
      </Notice>
    );
  }
  const to = chosen ? t(" to {pseudonym}", { pseudonym: chosen.pseudonym }) : "";
  return (
    <section className="stack stack--l" ref={box} aria-labelledby="found-head">
      <Marked pieces={found.pieces} />
      <div>
        <div className="row row--between">
          <h3 id="found-head">{t("Found {things}", { things: plural(things, "thing") })}</h3>
          <span className="muted" aria-live="polite">
            {ticked === null ? t("Tick what is to be saved") : t("{ticked} will be saved", { ticked })}
          </span>
        </div>
        {found.numbers.map((foundNumber) => (
          <FoundRow key={foundNumber.no} one={foundNumber} kinds={kinds} />
        ))}
        {found.officer ? <OfficerRow officer={found.officer} /> : null}
        {found.cut ? <p className="muted">{t("There is more in it. Save these first, then paste the rest.")}</p> : null}
      </div>
      {chosen ? null : <WhichCase found={found} />}
      <div className="cols cols--2">
        <Select name="receivedVia" label={t("How it came")} options={via} defaultValue="sms" />
        <DateField name="receivedOn" label={t("Came to us on")} defaultValue={today} optional />
      </div>
      {proofs.length > 0 ? (
        <Select name="proofExhibitId" label={t("Proof")} options={proofs} blank={t("No exhibit yet")} optional />
      ) : (
        <p className="hint">{t("Add the screenshot as proof after saving.")}</p>
      )}
      <FormFoot>
        <SubmitButton name="act" value="save" icon="save" pendingText={t("Saving")}>
          {ticked === null ? t("Save what is ticked{to}", { to }) : t("Save {ticked}{to}", { ticked, to })}
        </SubmitButton>
        <span className="muted">
          <kbd className="kbd">{t("Ctrl")}</kbd> <kbd className="kbd">{t("Enter")}</kbd>
        </span>
      </FormFoot>
    </section>
  );
}

/** How many rows are ticked; null until the page runs its script. */
function useTicked(box: { current: HTMLElement | null }): number | null {
  const [ticked, setTicked] = useState<number | null>(null);
  useEffect(() => {
    const section = box.current;
    const count = () => setTicked(section?.querySelectorAll("input[data-found]:checked").length ?? null);
    count();
    section?.addEventListener("change", count);
    return () => section?.removeEventListener("change", count);
  }, [box]);
  return ticked;
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  const placed = pieces.map((piece) => {
    at += piece.text.length;
    return { ...piece, at };
  });
  return (
    <p className="input marked">
      {placed.map(({ at: key, text, mark }) =>
        mark === "none" ? (
          <span key={key}>{text}</span>
        ) : (
          <mark key={key} className={mark === "not" ? "not" : undefined}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}

function OfficerRow({ officer }: { officer: FoundOfficer }) {
  const { state } = useContext(FormContext);
  if (!officer.stepKey) return null;
  const ticked = state.status === "failed" ? state.values.officer !== undefined : true;
  return (
    <label className="found">
      <input type="checkbox" name="officer" value={officer.text} defaultChecked={ticked} data-found />
      <input type="hidden" name="officerStep" value={officer.stepKey} />
      <span>
        <span className="muted">{t("Officer")}</span> <span className="strong">{officer.text}</span>
        <span className="small">
          {state.fields.officer ??
            t("Noted at the step “{stepTitle}”. Its follow-up clock starts again.", { stepTitle: officer.stepTitle })}
        </span>
      </span>
      <Chip kind="info" icon="user">
        {t("Contact")}
      </Chip>
    </label>
  );
}

/** The case that waits for such a number, or has it, is offered first, with the reason. */
function WhichCase({ found }: { found: ReadMessage }) {
  const options: Choice[] = found.guesses.map(({ caseId, code, pseudonym, why }) => ({
    value: caseId,
    label: `${pseudonym}, ${code}`,
    hint: why,
  }));
  return (
    <div className="stack">
      {options.length > 0 ? (
        <Radios name="caseId" label={t("Case")} options={options} defaultValue={options[0]?.value} />
      ) : null}
      <TextField
        name="caseCode"
        label={options.length > 0 ? t("Another case: its code") : t("Code of the case")}
        hint={t("For example CD-26-0142")}
        optional={options.length > 0}
        short
      />
    </div>
  );
}
