import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { languageNames } from "@/lib/evidence/translations/rules";
import type { TranslationView } from "@/lib/evidence/translations/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

type Props = { caseId: string; exhibitId: string; translations: readonly TranslationView[] };

/** How much of it is translated, and where more is entered. */
export function TranslationsPanel({ caseId, exhibitId, translations }: Props) {
  const languages = [...new Set(translations.map(({ language }) => languageNames[language]))].join(", ");
  return (
    <Panel
      title={t("Translations")}
      id="translations"
      end={
        <LinkButton small icon="message-square" href={`/cases/${caseId}/evidence/${exhibitId}/translations` as Route}>
          {t("Translate words")}
        </LinkButton>
      }
    >
      <p>
        {translations.length === 0
          ? t("None. Where its words are not in English, packets print a translation beside them.")
          : t("{translations} from {languages}; packets print them beside the original.", {
              translations: plural(translations.length, "translation"),
              languages,
            })}
      </p>
    </Panel>
  );
}
