import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { kindLabels } from "@/lib/escalation/takedowns/labels";
import { t } from "@/lib/platform/language/translate";
import { addTakedownAction } from "../actions";

type Props = { caseId: string; platforms: readonly Choice[]; accounts: readonly Choice[] };

export function AddForm({ caseId, platforms, accounts }: Props) {
  return (
    <ActionForm action={addTakedownAction} label={t("Add another address")} className="panel panel__body">
      <input type="hidden" name="caseId" value={caseId} />
      <TextField
        name="url"
        label={t("Web address")}
        hint={t("Copied from the address bar or the share button. Encrypted")}
        maxLength={1000}
        inputMode="url"
        optional
      />
      <div className="cols cols--2">
        <Select name="kind" label={t("What it is")} options={choicesOf(kindLabels)} defaultValue="post" />
        <Select name="platform" label={t("Platform")} options={platforms} blank={t("As the address says")} optional />
      </div>
      {accounts.length > 0 ? (
        <Select
          name="accountId"
          label={t("Account that it is on")}
          hint={t("For a message, or a post without an address of its own")}
          options={accounts}
          blank={t("None, or not known")}
          optional
        />
      ) : null}
      <TextField
        name="what"
        label={t("In a few words")}
        hint={t("What tells it from the others. Encrypted")}
        maxLength={300}
        optional
      />
      <SubmitFoot icon="plus" pendingText={t("Adding")} variant="secondary">
        {t("Add to the list")}
      </SubmitFoot>
    </ActionForm>
  );
}
