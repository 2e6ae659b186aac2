import { Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { waysOfMakingSure } from "@/lib/organisation/members/labels";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { allowPasskeyAction, unlockCodesAction } from "../actions";

type Waiting = {
  memberId: string;
  name: string;
  passkeyId: string | null;
  since: Date;
  until: Date | null;
  mine: boolean;
  tied: boolean;
};

type WaitingProps = {
  waiting: readonly Waiting[];
  zone: string;
  confirm: Confirmation;
};

const ways = choicesOf(waysOfMakingSure);

/** Passkeys and codes of other people that a second person may let count again, each once. */
export function WaitingList({ waiting, zone, confirm }: WaitingProps) {
  return (
    <ul className="items">
      {waiting.map((request) => (
        <li key={request.passkeyId ?? request.memberId} className="panel__body stack">
          <span className="strong">{request.name}</span>
          <p>{describeRequest(request, zone)}</p>
          {request.mine ? (
            <p className="muted">{t("It is your own: another administrator or supervisor decides.")}</p>
          ) : request.tied ? (
            <p className="muted">
              {t(
                "One of you gave the other access less than 30 days ago, so another administrator or supervisor decides.",
              )}
            </p>
          ) : (
            <details>
              <summary>
                {request.passkeyId ? t("Allow it now") : t("Unlock the codes")}
                <span className="vh"> {t("of {name}", { name: request.name })}</span>
              </summary>
              <Leave
                one={request}
                confirm={confirm}
                action={request.passkeyId ? allowPasskeyAction : unlockCodesAction}
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function describeRequest({ passkeyId, since, until }: Waiting, zone: string): string {
  if (passkeyId && until)
    return t(
      "A passkey was added on {since} in a session that was not confirmed with a passkey. It can be used for actions that need a passkey from {until}.",
      { since: formatInstant(since, zone), until: formatInstant(until, zone) },
    );
  return t(
    "100 wrong codes were entered in a row, so codes have been locked since {since}. Whoever entered them knew the password.",
    { since: formatInstant(since, zone) },
  );
}

function Leave({ one, confirm, action }: { one: Waiting; confirm: Confirmation; action: FormAction }) {
  const { name, passkeyId, memberId } = one;
  return (
    <ActionForm
      action={action}
      label={passkeyId ? t("Allow the passkey of {name}", { name }) : t("Unlock the codes of {name}", { name })}
      guard={false}
      className="stack stack--below"
      prefix={`leave-${passkeyId ?? memberId}`}
    >
      {passkeyId ? (
        <input type="hidden" name="passkeyId" value={passkeyId} />
      ) : (
        <input type="hidden" name="memberId" value={memberId} />
      )}
      <Select
        name="madeSure"
        label={t("How you made sure that it was {name}", { name })}
        hint={t(
          "Kept in the log. A message, a mail or a call that came in proves nothing: somebody else may have written it.",
        )}
        options={ways}
        blank={t("Choose how")}
      />
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText={passkeyId ? t("Allowing it") : t("Unlocking")}>
          {passkeyId ? t("Allow this passkey") : t("Unlock the codes")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
