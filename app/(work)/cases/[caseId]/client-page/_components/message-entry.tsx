import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { StaffMessage } from "@/lib/client/messages/types";
import { type ClientLanguage, sayIn } from "@/lib/client/wording/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { withdrawMessageAction } from "../actions";

type Props = { message: StaffMessage; language: ClientLanguage; zone: string };

/** One message or line of status: who, when, what; ours can be taken off. */
export function MessageEntry({ message, language, zone }: Props) {
  const { writer, by, at, line, lineOn, words, withdrawnAt } = message;
  const who = writer === "client" ? t("The client") : (by ?? t("Somebody of us"));
  const values = { date: lineOn ?? "" };
  return (
    <div className="stack stack--s">
      <p className="muted small">
        {who}, {formatInstant(at, zone)}
        {withdrawnAt ? `. ${t("Taken off her page {at}", { at: formatInstant(withdrawnAt, zone) })}` : null}
      </p>
      {line ? (
        <p>
          {sayIn("en")(line, values)}
          {language === "en" ? null : (
            <>
              <br />
              <span className="muted" lang={language}>
                {sayIn(language)(line, values)}
              </span>
            </>
          )}
        </p>
      ) : (
        <p className="prewrap">{words}</p>
      )}
      {writer === "staff" && !withdrawnAt ? (
        <ActionForm action={withdrawMessageAction} label={t("Take it off her page")}>
          <input type="hidden" name="messageId" value={message.id} />
          <div className="row">
            <SubmitButton variant="quiet" small icon="undo-2" pendingText={t("Taking it off")}>
              {t("Take it off her page")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </div>
  );
}
