import { AskedCheckbox } from "@/app/_ui/asked-checkbox";
import { Checkbox, type Choice, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import { routeLabels } from "@/lib/escalation/takedowns/labels";
import type { TakedownPage } from "@/lib/escalation/takedowns/types";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../../_components/pick-one";
import { reportTakedownAction } from "../../actions";

type Props = {
  caseId: string;
  page: Pick<TakedownPage, "item" | "tipOff" | "loose" | "today">;
  exhibits: PickList;
  /** A TAKE IT DOWN notice fits the case; it is `chosen` when its text is shown. */
  notice: "none" | "offered" | "chosen";
};

/** Records a report that was made. Only the first report of an item is weighed. */
export function ReportForm({ caseId, page, exhibits, notice }: Props) {
  const { item, tipOff, loose, today } = page;
  const isFirst = item.standing.reportedOn === null;
  const isShown = item.showing.some(({ kind }) => kind === "exhibit");
  const routes = choicesOf(routeLabels).filter(({ value }) => value !== "take_it_down" || notice !== "none");
  return (
    <ActionForm action={reportTakedownAction} label={t("Record the report")}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="takedownId" value={item.id} />
      <ReportIdFields loose={loose} />
      <Radios
        name="route"
        label={t("How it was reported")}
        options={routes}
        defaultValue={notice === "chosen" ? "take_it_down" : "in_product"}
      />
      <div className="cols cols--2">
        <DateField name="on" label={t("Reported on")} defaultValue={today} max={today} />
        <TextField
          name="at"
          label={t("At")}
          type="time"
          hint={t("For a TAKE IT DOWN notice: the 48 hours run from then")}
          optional
          short
        />
      </div>
      {isFirst && !isShown ? (
        <>
          <Notice kind="overdue" title={t("No exhibit shows it yet")}>
            {t("Once it is gone, the proof may be gone too. Where it cannot wait, note the loss.")}
          </Notice>
          <Checkbox name="removalSeen" label={t("We go on although nothing is kept")} />
        </>
      ) : null}
      {isFirst && tipOff ? (
        <Checkbox name="tipOffSeen" label={t("We have considered that the subject may find out")} hint={tipOff} />
      ) : null}
      <Disclosure label={t("Proof and note")}>
        <PickOne
          name="proofExhibitId"
          label={t("Proof of the report")}
          hint={t("An exhibit of this case, such as a picture of the confirmation")}
          blank={t("None")}
          list={exhibits}
          optional
        />
        <TextField name="note" label={t("Note")} hint={t("Encrypted")} maxLength={1000} optional />
      </Disclosure>
      <SubmitFoot icon="send" pendingText={t("Saving")}>
        {isFirst ? t("Record the report") : t("Record another report")}
      </SubmitFoot>
    </ActionForm>
  );
}

/** The ID as typed, or one that was recorded on the case before. */
export function ReportIdFields({ loose }: { loose: readonly Choice[] }) {
  return (
    <>
      <TextField
        name="reportId"
        label={t("Report ID")}
        hint={t("Exactly as the platform gave it. Leave it empty if it gave none, or if it comes later")}
        maxLength={200}
        optional
      />
      <AskedCheckbox name="seenDuplicate" label={t("I checked: this ID is right for this item")} />
      {loose.length > 0 ? (
        <Select
          name="referenceId"
          label={t("Or an ID that is recorded already")}
          options={loose}
          blank={t("None")}
          optional
        />
      ) : null}
    </>
  );
}
