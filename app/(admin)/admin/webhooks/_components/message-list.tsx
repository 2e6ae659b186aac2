import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { answerWords, eventWords, stateWords } from "@/lib/integrations/webhooks/labels";
import type { MessageLine, MessageState } from "@/lib/integrations/webhooks/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { replayMessagesAction } from "../actions";

const kinds: Record<MessageState, ChipKind> = {
  waiting: "waiting",
  sent: "done",
  given_up: "overdue",
  left_out: "plain",
};

type ListProps = { webhookId: string; messages: readonly MessageLine[]; live: boolean; zone: string };

/** The newest messages, each with what was answered last. Which record one is about is not shown. */
export function MessageList({ webhookId, messages, live, zone }: ListProps) {
  if (messages.length === 0) {
    return (
      <EmptyState icon="history" title={t("No messages yet")}>
        {t("What is sent shows here for 30 days, with what was answered. Send a test to see whether it arrives.")}
      </EmptyState>
    );
  }
  return (
    <div className="items">
      {messages.map((message) => (
        <div className="item" key={message.id}>
          <span className="item__title">{eventWords[message.type] ?? message.type}</span>
          <span className="item__why">
            {formatInstant(message.happenedAt, zone)}. {triedWords(message, zone)}
          </span>
          <span className="item__side">
            <Chip kind={kinds[message.state]}>{stateWords[message.state]}</Chip>
            {live && (message.state === "sent" || message.state === "given_up") ? (
              <ActionForm
                action={replayMessagesAction}
                label={t("Send the message of {when} again", { when: formatInstant(message.happenedAt, zone) })}
                guard={false}
              >
                <input type="hidden" name="webhookId" value={webhookId} />
                <input type="hidden" name="messageId" value={message.id} />
                <SubmitButton variant="secondary" small pendingText={t("Sending")}>
                  {t("Send again")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </span>
        </div>
      ))}
    </div>
  );
}

function triedWords({ last, attempts, state, nextAt }: MessageLine, zone: string): string {
  if (state === "left_out") return t("The case was closed to other systems meanwhile.");
  if (!last) return t("Not sent yet.");
  const answer = t("Attempt {attempts}, {when}: {answer}.", {
    attempts: Math.max(1, attempts),
    when: formatInstant(last.at, zone),
    answer: answerWords(last),
  });
  return state === "waiting" ? `${answer} ${t("Next {when}.", { when: formatInstant(nextAt, zone) })}` : answer;
}
