import { Select } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { loadCap } from "@/lib/casework/assignments/rules";
import type { AssignableCase, StaffLoad } from "@/lib/casework/assignments/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import { beginBatchAction } from "../actions";
import { CaseTicks } from "./case-ticks";
import { PiecewiseMark } from "./piecewise-mark";

type FormProps = {
  batchId: string;
  cases: readonly AssignableCase[];
  staff: readonly StaffLoad[];
};

/** Which cases, to whom and why. Sent without script, all of it happens in that one request. */
export function AssignForm({ batchId, cases, staff }: FormProps) {
  return (
    <ActionForm action={beginBatchAction} label={t("Assign cases")} prefix="assign">
      <input type="hidden" name="batchId" value={batchId} />
      <PiecewiseMark />
      <CaseTicks cases={cases} />
      <Select
        name="memberId"
        label={t("New owner")}
        blank={t("Choose a person")}
        options={staff.map((person) => ({ value: person.id, label: loadWords(person) }))}
      />
      <TextArea name="reason" label={t("Why")} hint={t("Saved with the result. Do not name any client.")} rows={2} />
      <SubmitFoot icon="users" pendingText={t("Assigning the cases")}>
        {t("Assign the ticked cases")}
      </SubmitFoot>
    </ActionForm>
  );
}

function loadWords({ name, open, awayUntil, cover }: StaffLoad): string {
  const load =
    open === null
      ? []
      : [open > loadCap ? t("more than {loadCap} open cases", { loadCap }) : plural(open, "open case")];
  const away = awayUntil
    ? [t("away until {awayUntil}, covered by {cover}", { awayUntil: formatDate(awayUntil), cover })]
    : [];
  return [name, ...load, ...away].join(", ");
}
