"use client";

import { useContext } from "react";
import { type Choice, Select } from "@/app/_ui/choice";
import { CopyButton } from "@/app/_ui/copy-button";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { rich } from "@/app/_ui/rich";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { endReplyAddressAction, makeReplyAddressAction } from "../actions";
import type { MadeAddressState } from "../made-address";

/** It stays on the page after it was sent: it shows the address, once. */
export function ReplyAddressForm({ caseId, steps }: { caseId: string; steps: readonly Choice[] }) {
  return (
    <Disclosure icon="plus" label={t("Make a reply address")} id="reply-address">
      <ActionForm
        action={makeReplyAddressAction}
        label={t("Make a reply address")}
        announceSaved={false}
        prefix="reply"
      >
        <MadeAddress />
        <input type="hidden" name="caseId" value={caseId} />
        <TextField
          name="party"
          label={t("Whom you give it to")}
          hint={t("One office or platform. Each gets an address of its own. Encrypted.")}
          required
        />
        <TextArea
          name="senders"
          label={t("Their e-mail addresses")}
          hint={t("From which they answer. For an office also @ and its domain, such as @saps.example. Encrypted.")}
          rows={2}
          required
        />
        <Select name="step" label={t("Which step it is about")} options={steps} blank={t("No step")} optional />
        <SubmitFoot variant="secondary" icon="link" pendingText={t("Making the address")}>
          {t("Make the address")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function MadeAddress() {
  const { made } = useContext(FormContext).state as MadeAddressState;
  if (!made) return null;
  return (
    <Notice kind="done" icon="link" title={t("Copy it now: it is shown only here")} live>
      <p>
        {rich("Put it into your mail as the address for answers: {address}", {
          address: <span className="ref break-all">{made.address}</span>,
        })}{" "}
        <CopyButton text={made.address} what={t("reply address")} />
      </p>
      <p>
        {rich("Or put this behind your subject, which answers keep: {tag}", {
          tag: <span className="ref break-all">{made.tag}</span>,
        })}{" "}
        <CopyButton text={made.tag} what={t("mark for the subject")} />
      </p>
    </Notice>
  );
}

export function EndAddressForm({ addressId, party }: { addressId: string; party: string }) {
  return (
    <ActionForm action={endReplyAddressAction} label={t("End the address of {party}", { party })} prefix={addressId}>
      <input type="hidden" name="addressId" value={addressId} />
      <SubmitButton variant="quiet" icon="ban" pendingText={t("Ending it")}>
        {t("End it")}
        <span className="vh"> {party}</span>
      </SubmitButton>
    </ActionForm>
  );
}
