import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { coveredHint, placeHint } from "@/lib/evidence/translations/labels";
import { languageNames } from "@/lib/evidence/translations/language-names";
import { languages, type TranslatedOf } from "@/lib/evidence/translations/types";
import { t } from "@/lib/platform/language/translate";
import { translateWordsAction } from "../actions";

const languageChoices = languages.map((value) => ({ value, label: languageNames[value] }));
const swornChoices = [
  { value: "yes", label: t("A sworn translator") },
  { value: "no", label: t("Not a sworn translator") },
];

type Props = { exhibitId: string; of: TranslatedOf; others: readonly Choice[] };

/** Which words, what they mean, and who says so. */
export function TranslationForm({ exhibitId, of, others }: Props) {
  return (
    <ActionForm action={translateWordsAction} label={t("Enter a translation")}>
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <TextField name="place" label={t("Where the words stand")} hint={placeHint} short />
      {of === "page" ? (
        <TextArea
          name="original"
          label={t("The words as they stand in the picture")}
          hint={t("Letter by letter; [covered] where a mask lies.")}
        />
      ) : null}
      <Select
        name="language"
        label={t("From which language")}
        options={languageChoices}
        blank={t("Choose a language")}
        short
      />
      <TextArea name="words" label={t("In English")} hint={coveredHint} />
      <TextField
        name="translator"
        label={t("Who translated it")}
        hint={t("Packets print a code; the name stands only in the sealed annex.")}
      />
      <Radios name="sworn" label={t("Standing")} options={swornChoices} defaultValue="no" />
      <TextField
        name="standing"
        label={t("Admitted by whom, when, number")}
        hint={t(
          "Printed, for example: admitted by the High Court, Johannesburg, 12 May 2019. Leave the name out of it.",
        )}
        optional
      />
      <DateField name="translatedOn" label={t("Day of the translation")} optional />
      <Select
        name="signedIn"
        label={t("The signed translation, as an exhibit")}
        hint={t("A sworn translation is printed only if the signed one travels with it.")}
        options={others}
        blank={t("None")}
        optional
      />
      <SubmitFoot icon="check" pendingText={t("Entering")}>
        {t("Enter the translation")}
      </SubmitFoot>
    </ActionForm>
  );
}
