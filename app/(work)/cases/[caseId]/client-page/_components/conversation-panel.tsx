import { EmptyState } from "@/app/_ui/empty-state";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { StaffMessage } from "@/lib/client/messages/types";
import type { ClientLanguage } from "@/lib/client/wording/rules";
import { t } from "@/lib/platform/language/translate";
import { writeToClientAction } from "../actions";
import { MessageEntry } from "./message-entry";

type Props = {
  caseId: string;
  language: ClientLanguage;
  messages: readonly StaffMessage[];
  zone: string;
  open: boolean;
};

/** What she and we wrote to each other. Nothing is sent to her phone: she finds it on her page. */
export function ConversationPanel({ caseId, language, messages, zone, open }: Props) {
  return (
    <Panel id="messages" title={t("Messages")}>
      {messages.length === 0 ? (
        <EmptyState icon="message-square" title={t("Nobody has written yet")}>
          {t("She finds your message when she opens her page.")}
        </EmptyState>
      ) : null}
      {messages.map((message) => (
        <MessageEntry key={message.id} message={message} language={language} zone={zone} />
      ))}
      {open ? (
        <ActionForm action={writeToClientAction} label={t("Write to the client")} prefix="message">
          <input type="hidden" name="caseId" value={caseId} />
          <TextArea
            name="words"
            label={t("Message to the client")}
            hint={t("Plain words in her language. Write nothing that would hurt her in the wrong hands.")}
            rows={3}
          />
          <SubmitFoot variant="secondary" icon="send" pendingText={t("Putting it on her page")}>
            {t("Put it on her page")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
    </Panel>
  );
}
