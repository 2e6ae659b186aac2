"use client";

import { Checkbox, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import type { SendingAsks } from "@/lib/documents/papers/types";
import { letterChannelLabels } from "@/lib/escalation/letters/labels";
import { t } from "@/lib/platform/language/translate";
import {
  finaliseDocumentAction,
  markDocumentSentAction,
  refreshDocumentAction,
  reopenDocumentAction,
  swearDocumentAction,
  withdrawDocumentAction,
} from "../../actions";

type Of = { documentId: string };

export function FinaliseForm({ documentId, version }: Of & { version: number }) {
  return (
    <ActionForm
      action={finaliseDocumentAction}
      label={t("Make the document final")}
      className="stack stack--s"
      guard={false}
    >
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="expectedVersion" value={version} />
      <p>{t("Finalising locks the text and removes the DRAFT mark. You can reopen it until it is sworn or sent.")}</p>
      <SubmitButton pendingText={t("Making it final")} icon="lock">
        {t("Make it final")}
      </SubmitButton>
    </ActionForm>
  );
}

type Refresh = Of & { version: number; confirm: Confirmation | null };

export function RefreshForm({ documentId, version, confirm }: Refresh) {
  return (
    <ActionForm action={refreshDocumentAction} label={t("Refresh")} className="stack stack--s" guard={false}>
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="expectedVersion" value={version} />
      <p className="small muted">
        {t("Updates tables, annexures and unedited text from the case as it is today. Text that a person wrote stays.")}
      </p>
      {confirm === null ? null : (
        <>
          <input type="hidden" name="opens" value="yes" />
          <ConfirmField asks={confirm} />
        </>
      )}
      <SubmitButton pendingText={t("Refreshing")} variant="secondary" icon="rotate-ccw">
        {t("Refresh from the case")}
      </SubmitButton>
    </ActionForm>
  );
}

type Swear = Of & { exhibits: readonly { id: string; label: string }[]; today: string };

export function SwearForm({ documentId, exhibits, today }: Swear) {
  return (
    <ActionForm action={swearDocumentAction} label={t("Note that it was sworn or declared")} className="stack">
      <input type="hidden" name="documentId" value={documentId} />
      <DateField name="swornOn" label={t("Sworn or declared on")} defaultValue={today} max={today} />
      <Select
        name="exhibitId"
        label={t("The signed original")}
        hint={t("Scan or photograph every page, add it under Evidence, then choose it here.")}
        options={exhibits.map(({ id, label }) => ({ value: id, label }))}
        blank={t("Choose the exhibit")}
      />
      <SubmitButton pendingText={t("Noting")} icon="stamp">
        {t("Save")}
      </SubmitButton>
    </ActionForm>
  );
}

export function SentForm({ documentId, asks, today }: Of & { asks: SendingAsks; today: string }) {
  return (
    <ActionForm action={markDocumentSentAction} label={t("Mark as sent")} className="stack">
      <input type="hidden" name="documentId" value={documentId} />
      <p>{t("Nothing is sent from here. Send it in the usual way, then record the day.")}</p>
      <DateField name="sentOn" label={t("Sent on")} defaultValue={today} max={today} />
      <Select
        name="channel"
        label={t("How it went")}
        options={choicesOf(letterChannelLabels)}
        blank={t("Choose how")}
        optional
      />
      <TextField
        name="proof"
        label={t("What shows that it arrived")}
        hint={t("Such as the number of the registered post, or who signed. Encrypted.")}
        optional
      />
      {asks.tipOff ? (
        <Checkbox name="tipOffSeen" label={t("The client knows what the other side may find out")} hint={asks.tipOff} />
      ) : null}
      {asks.removal ? (
        <Checkbox
          name="removalSeen"
          label={t("It was removed or may be removed with nothing kept, and we go on")}
          hint={t("No evidence of this account is kept: we have no exhibit, and no provider was asked to preserve it.")}
        />
      ) : null}
      <SubmitButton pendingText={t("Noting")} icon="send">
        {t("Note as sent")}
      </SubmitButton>
    </ActionForm>
  );
}

export function ReopenForm({ documentId }: Of) {
  return (
    <ActionForm
      action={reopenDocumentAction}
      label={t("Make it a draft again")}
      className="stack stack--s"
      guard={false}
    >
      <input type="hidden" name="documentId" value={documentId} />
      <p>{t("The final words stay among the versions.")}</p>
      <SubmitButton pendingText={t("Opening it again")} variant="secondary" icon="undo-2">
        {t("Make it a draft again")}
      </SubmitButton>
    </ActionForm>
  );
}

export function WithdrawForm({ documentId }: Of) {
  return (
    <ActionForm action={withdrawDocumentAction} label={t("Withdraw this document")} className="stack">
      <input type="hidden" name="documentId" value={documentId} />
      <TextField
        name="reason"
        label={t("Why")}
        hint={t("For example: drafted twice. Recorded in the log. Do not include names")}
      />
      <SubmitButton pendingText={t("Withdrawing")} variant="danger" icon="ban">
        {t("Withdraw it")}
      </SubmitButton>
    </ActionForm>
  );
}
