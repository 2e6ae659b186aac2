import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Radios } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { RecordPanel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { checkLabels } from "@/lib/casework/safety/technology/labels";
import { type CheckedItem, type CheckState, checkStates } from "@/lib/casework/safety/technology/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { recordDeviceCheckAction } from "../actions";

const kinds: Record<CheckState, ChipKind> = { not_asked: "plain", fine: "done", to_do: "warning", done: "done" };

type Props = {
  caseId: string;
  number: number;
  checked: CheckedItem;
  /** The proof is not kept yet, and this may destroy it. */
  proofFirst: boolean;
  today: CivilDate;
  closed: boolean;
};

/** One item of the list: what to ask, what may happen, the steps, and what was found. */
export function CheckCard({ caseId, number, checked, proofFirst, today, closed }: Props) {
  const { item, state, note, checkedOn, by } = checked;
  return (
    <RecordPanel
      id={item.key}
      label={item.text}
      title={t("{number}. {text}", { number, text: item.text })}
      className="panel__body--line"
      end={<Chip kind={kinds[state]}>{checkLabels[state].label}</Chip>}
    >
      <p>{item.ask}</p>
      {note ? <p className="event__words">{note}</p> : null}
      {checkedOn ? (
        <p className="small muted">{t("Asked on {day}, by {by}.", { day: formatDate(checkedOn), by })}</p>
      ) : null}
      <Disclosure label={checkedOn ? t("What to do, and another answer") : t("What to do, and answer")}>
        <div className="stack">
          {proofFirst ? (
            <Notice kind="overdue" title={t("Keep the proof first: that is not done yet")}>
              {item.destroys}
            </Notice>
          ) : item.destroys ? (
            <Notice kind="warning" title={t("Proof may be lost")}>
              {item.destroys}
            </Notice>
          ) : null}
          {item.alerts ? (
            <Notice kind="warning" icon="eye" title={t("The person may notice it")}>
              {item.alerts}
            </Notice>
          ) : null}
          <ol className="stack stack--s">
            {item.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {closed ? null : (
            <ActionForm action={recordDeviceCheckAction} label={item.text} prefix={item.key}>
              <input type="hidden" name="caseId" value={caseId} />
              <input type="hidden" name="item" value={item.key} />
              <Radios
                name="state"
                label={t("What was found")}
                options={checkStates.map((value) => ({ value, ...checkLabels[value] }))}
                defaultValue={state}
                required
              />
              <TextArea
                name="note"
                label={t("Note")}
                hint={t("What is to be done, by whom, and when it is safe. No password")}
                defaultValue={note ?? ""}
                rows={2}
                maxLength={1000}
                optional
              />
              <DateField name="checkedOn" label={t("Asked on")} defaultValue={today} max={today} required />
              <SubmitFoot variant="secondary" pendingText={t("Saving the answer")}>
                {t("Save the answer")}
              </SubmitFoot>
            </ActionForm>
          )}
        </div>
      </Disclosure>
    </RecordPanel>
  );
}
