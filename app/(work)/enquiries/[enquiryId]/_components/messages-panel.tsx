import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { EnquiryView } from "@/lib/client/enquiries/types";
import { languageNames } from "@/lib/client/wording/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { answerEnquiryAction } from "../../actions";

/** What she and we wrote after it. Nothing is sent to her: she finds it with her code. */
export function MessagesPanel({ enquiry, zone }: { enquiry: EnquiryView; zone: string }) {
  const { id, messages, language, withdrawnAt } = enquiry;
  return (
    <Panel id="messages" title={t("Answer")}>
      {messages.map(({ id: messageId, writer, by, at, words }) => (
        <div className="stack stack--s" key={messageId}>
          <p className="muted small">
            {writer === "enquirer" ? t("She") : (by ?? t("Somebody of us"))}, {formatInstant(at, zone)}
          </p>
          <p className="prewrap" dir="auto">
            {words}
          </p>
        </div>
      ))}
      {withdrawnAt ? null : (
        <ActionForm action={answerEnquiryAction} label={t("Answer the enquiry")} prefix="answer">
          <input type="hidden" name="enquiryId" value={id} />
          <TextArea
            name="words"
            label={t("Answer in {language}", { language: languageNames[language] })}
            hint={t(
              "Plain words. Write nothing that would hurt her in the wrong hands, and not whether she is a client.",
            )}
            rows={4}
          />
          <SubmitFoot variant="secondary" icon="send" pendingText={t("Saving the answer")}>
            {t("Answer")}
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}
