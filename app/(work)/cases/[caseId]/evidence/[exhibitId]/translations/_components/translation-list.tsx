import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitButton } from "@/app/_ui/submit-button";
import { languageNames } from "@/lib/evidence/translations/language-names";
import { placeWords } from "@/lib/evidence/translations/rules";
import type { TranslationView } from "@/lib/evidence/translations/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { withdrawTranslationAction } from "../actions";

type Props = { translations: readonly TranslationView[]; shown: boolean; zone: string; open: boolean };

/** What is translated, by whom and with which standing; each can be taken back. */
export function TranslationList({ translations, shown, zone, open }: Props) {
  return (
    <Panel title={t("Translations")} id="translations" padded={false}>
      {translations.length === 0 ? (
        <EmptyState icon="message-square" title={t("None yet")}>
          {t("Packets print a translation beside the original, with the standing of the translator.")}
        </EmptyState>
      ) : (
        <ul className="copies">
          {translations.map((translation) => (
            <li className="copy" key={translation.id}>
              <Translated translation={translation} shown={shown} zone={zone} />
              {open ? <Withdraw translation={translation} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Translated({ translation, shown, zone }: { translation: TranslationView; shown: boolean; zone: string }) {
  const { original, words, language, translator, translatorCode, standing, sworn, signedIn, madeBy, madeAt } =
    translation;
  return (
    <>
      <p className="strong breakable">
        {placeWords(translation)}, {languageNames[language]}
      </p>
      {shown ? (
        <>
          <p className="breakable">{original}</p>
          <p className="breakable">{words}</p>
        </>
      ) : null}
      <p className="small breakable">
        {translatorCode}, {translator}, {sworn ? t("sworn translator") : t("not a sworn translator")}
        {standing ? `, ${standing}` : ""}
        {signedIn ? `, E-${String(signedIn.number).padStart(2, "0")}` : ""}
      </p>
      <p className="small muted">{t("{madeAt}, by {madeBy}", { madeAt: formatInstant(madeAt, zone), madeBy })}</p>
    </>
  );
}

function Withdraw({ translation }: { translation: TranslationView }) {
  return (
    <ActionForm action={withdrawTranslationAction} label={t("Take the translation back")} guard={false}>
      <input type="hidden" name="translationId" value={translation.id} />
      <SubmitButton small variant="quiet" icon="x" pendingText={t("Taking back")}>
        {rich("Take back<span> the translation of {value}</span>", {
          value: placeWords(translation),
          span: (words) => <span className="vh">{words}</span>,
        })}
      </SubmitButton>
    </ActionForm>
  );
}
