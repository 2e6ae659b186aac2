import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { StaffMessage } from "@/lib/client/messages/types";
import { type ClientLanguage, languageNames, sayIn, statusLines } from "@/lib/client/wording/rules";
import { t } from "@/lib/platform/language/translate";
import { showStatusAction } from "../actions";
import { MessageEntry } from "./message-entry";

type Props = {
  caseId: string;
  language: ClientLanguage;
  lines: readonly StaffMessage[];
  zone: string;
  open: boolean;
};

/** Where the case stands, as somebody chose to say it. Nothing of the case is shown to her by itself. */
export function StatusPanel({ caseId, language, lines, zone, open }: Props) {
  const say = sayIn("en");
  return (
    <Panel id="status" title={t("Where things stand, as she reads it")}>
      {lines.length === 0 ? (
        <p className="muted">
          {t("She sees nothing yet. Nothing of the case is shown to her unless you say it here.")}
        </p>
      ) : null}
      {lines.toReversed().map((line) => (
        <MessageEntry key={line.id} message={line} language={language} zone={zone} />
      ))}
      {open ? (
        <Disclosure icon="plus" label={t("Say where things stand")}>
          <ActionForm action={showStatusAction} label={t("Say where things stand")} prefix="status">
            <input type="hidden" name="caseId" value={caseId} />
            <Select
              name="line"
              label={t("Ready sentence")}
              hint={t("She reads it in {language}.", { language: languageNames[language] })}
              options={statusLines.map((value) => ({ value, label: say(value, { date: t("[day]") }) }))}
              blank={t("Choose a sentence")}
              optional
            />
            <DateField name="lineOn" label={t("Day that the sentence names")} optional />
            <TextArea
              name="words"
              label={t("Or in your own words")}
              hint={t("As she reads it: it is not translated.")}
              rows={2}
              optional
            />
            <SubmitFoot variant="secondary" icon="eye" pendingText={t("Showing it")}>
              {t("Show it to her")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Panel>
  );
}
