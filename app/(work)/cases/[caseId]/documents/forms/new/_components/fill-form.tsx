"use client";

import { Radios, Select } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import type { FillChoices, Question } from "@/lib/documents/forms/types";
import { t } from "@/lib/platform/language/translate";
import { fillFormAction } from "../../actions";

type Props = { caseId: string; choices: FillChoices; confirm: Confirmation | null };

/** What the form asks beyond the facts of the case. Every answer may be left out: its place stays empty. */
export function FillForm({ caseId, choices, confirm }: Props) {
  const { form, questions, accounts, refusals } = choices;
  const options = (list: readonly { id: string; label: string }[]) =>
    list.map(({ id, label }) => ({ value: id, label }));
  return (
    <ActionForm action={fillFormAction} label={t("Fill the form")} className="stack stack--l">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="formId" value={form.id} />
      <input type="hidden" name="questions" value={questions.length} />
      {accounts.length > 1 ? (
        <Select
          name="accountId"
          label={t("About which account")}
          options={options(accounts)}
          blank={t("All accounts")}
          optional
        />
      ) : null}
      {refusals.length > 0 ? (
        <Select
          name="refusalId"
          label={t("About which refusal")}
          options={options(refusals)}
          blank={t("None")}
          defaultValue={refusals.length === 1 ? refusals[0]?.id : undefined}
          optional
        />
      ) : null}
      {questions.map((question, at) => (
        <Answer key={question.question} question={question} name={`answers.${at}`} />
      ))}
      {confirm === null ? null : (
        <>
          <input type="hidden" name="opens" value="yes" />
          <ConfirmField asks={confirm} />
        </>
      )}
      <SubmitFoot pendingText={t("Filling the form")} icon="file-text">
        {t("Fill this form")}
      </SubmitFoot>
    </ActionForm>
  );
}

function Answer({ question: { question, answers }, name }: { question: Question; name: string }) {
  if (answers === null) return <TextArea name={name} label={question} rows={2} optional />;
  return (
    <Radios
      name={name}
      label={question}
      options={[
        ...answers.map((answer) => ({ value: answer, label: answer })),
        { value: "", label: t("Leave it open") },
      ]}
      optional
    />
  );
}
