import type { ReactNode } from "react";
import { Select } from "@/app/_ui/choice";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { recordLabels } from "@/lib/client/papers/labels";
import type { PaperContent } from "@/lib/client/papers/types";
import { type ClientLanguage, clientLanguages, languageNames } from "@/lib/client/wording/rules";
import { t } from "@/lib/platform/language/translate";
import { offerRecordAction } from "../actions";
import { Preview } from "./preview";

type Props = { caseId: string; what: PaperContent["what"]; language: ClientLanguage; children: ReactNode };

/** What the record says, in which language, how it will look, and giving it to her. */
export function OfferForm({ caseId, what, language, children }: Props) {
  return (
    <ActionForm action={offerRecordAction} label={recordLabels[what]} prefix="offer" className="panel panel__body">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="what" value={what} />
      {children}
      <Select
        name="language"
        label={t("Language in which she reads it")}
        options={clientLanguages.map((value) => ({ value, label: languageNames[value] }))}
        defaultValue={language}
        short
      />
      <Preview />
      <FormFoot>
        <SubmitButton name="act" value="preview" variant="secondary" icon="eye" pendingText={t("Showing it")}>
          {t("Show how she reads it")}
        </SubmitButton>
        <SubmitButton name="act" value="offer" icon="file-text" pendingText={t("Putting it on her page")}>
          {t("Put it on her page")}
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}
