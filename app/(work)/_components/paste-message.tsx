"use client";

import { type KeyboardEvent, useContext } from "react";
import type { Choice } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import type { FormState } from "@/app/_ui/form-state";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { ReadMessage } from "@/lib/escalation/messages/types";
import { t } from "@/lib/platform/language/translate";
import { pasteMessageAction } from "../paste-actions";
import { FoundInMessage } from "./found-in-message";

export type PasteProps = {
  /** The case, if it is known; otherwise the message may reveal it. */
  chosen?: { caseId: string; pseudonym: string };
  kinds: readonly Choice[];
  proofs: readonly Choice[];
  today: string;
  /** A message that was read elsewhere already, with the case that was picked for it. */
  read?: { message: string; found: ReadMessage; caseId: string };
};

/**
 * Paste, review, save. Without JavaScript the same form is submitted twice: to parse the message, and to save the
 * selection.
 */
export function PasteMessage(props: PasteProps) {
  return (
    <ActionForm
      action={pasteMessageAction}
      label={t("Paste a message")}
      className="stack stack--l"
      permalink={props.chosen ? undefined : "/references/paste"}
      initial={props.read ? readBefore(props.read) : undefined}
    >
      <Steps {...props} />
    </ActionForm>
  );
}

function readBefore({ message, found, caseId }: NonNullable<PasteProps["read"]>): FormState {
  const values = { message, found: JSON.stringify(found) };
  // Without a case that was picked, the form proposes one.
  return { status: "idle", fields: {}, values: caseId ? { ...values, caseId } : values };
}

function Steps({ chosen, ...rest }: PasteProps) {
  const { state } = useContext(FormContext);
  const found = state.values.found ? (JSON.parse(state.values.found) as ReadMessage) : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut beside the buttons, not in place of them
    <div className="stack stack--l" onKeyDown={sendByKey}>
      {chosen ? <input type="hidden" name="caseId" value={chosen.caseId} /> : null}
      {rest.read ? <input type="hidden" name="leadsTo" value="case" /> : null}
      {rest.read ? (
        <input type="hidden" name="message" value={rest.read.message} />
      ) : (
        <Message found={found !== null} />
      )}
      {found ? <FoundInMessage key={state.values.found} found={found} chosen={chosen} {...rest} /> : null}
    </div>
  );
}

/** The message, and the button that reads it. */
function Message({ found }: { found: boolean }) {
  return (
    <>
      <TextArea
        name="message"
        label={t("Message")}
        hint={t(
          "An SMS, an e-mail or a page of text. We find the numbers; you decide what to keep. The message itself is not stored.",
        )}
        rows={found ? 3 : 7}
        maxLength={20_000}
      />
      <SubmitFoot
        name="act"
        value="read"
        variant={found ? "secondary" : "primary"}
        icon="search"
        pendingText={t("Reading the message")}
      >
        {found ? t("Read it again") : t("Find the numbers")}
      </SubmitFoot>
    </>
  );
}

/** Ctrl Enter saves what is ticked, or reads the message when nothing was read yet. */
function sendByKey(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.currentTarget.closest("form");
  const buttons = form?.querySelectorAll<HTMLButtonElement>('button[name="act"]') ?? [];
  const last = [...buttons].at(-1);
  if (!form || !last) return;
  event.preventDefault();
  form.requestSubmit(last);
}
