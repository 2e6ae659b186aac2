"use client";

import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { signerLabels } from "@/lib/documents/papers/labels";
import { type DraftChoices, tickOf } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { draftDocumentAction } from "../../actions";

/** `confirm` is null for a paper that opens nothing of the client. */
type Props = {
  caseId: string;
  choices: DraftChoices;
  confirm: Confirmation | null;
  account?: string;
  refusal?: string;
};

/** Who signs, what it is about, and which exhibits go with it. */
export function DraftForm({ caseId, choices, confirm, account, refusal }: Props) {
  const { template, accounts, refusals, exhibits } = choices;
  const withExhibits = template.blocks.some(
    (block) => block.kind === "annexures" || (block.kind === "table" && block.of === "exhibits"),
  );
  const options = (list: readonly { id: string; label: string }[]) =>
    list.map(({ id, label }) => ({ value: id, label }));
  return (
    <ActionForm action={draftDocumentAction} label={t("Draft a document")} className="stack stack--l">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="template" value={template.key} />
      <Radios
        name="signer"
        label={t("Who signs")}
        options={template.signers.map((signer) => ({ value: signer, label: signerLabels[signer] }))}
        defaultValue={template.signers[0]}
      />
      {template.about === "refusal" ? (
        <Select
          name="refusalId"
          label={t("About which refusal")}
          options={options(refusals)}
          blank={refusals.length > 0 ? t("Choose a refusal") : t("No refusal is logged on this case yet")}
          defaultValue={refusal ?? (refusals.length === 1 ? refusals[0]?.id : undefined)}
        />
      ) : null}
      {template.about === "account" || accounts.length > 1 ? (
        <Select
          name="accountId"
          label={t("About which account")}
          hint={
            template.about === "account"
              ? undefined
              : t("If you leave this blank, the document covers every account on the identity board.")
          }
          options={options(accounts)}
          blank={template.about === "account" ? t("Choose an account") : t("All accounts")}
          optional={template.about !== "account"}
          defaultValue={
            account ?? (template.about === "account" && accounts.length === 1 ? accounts[0]?.id : undefined)
          }
        />
      ) : null}
      {withExhibits && exhibits.length > 0 ? <ExhibitTicks exhibits={exhibits} /> : null}
      {confirm === null ? null : (
        <>
          <input type="hidden" name="opens" value="yes" />
          <ConfirmField asks={confirm} />
        </>
      )}
      <SubmitFoot pendingText={t("Drafting the document")} icon="file-text">
        {t("Draft this document")}
      </SubmitFoot>
    </ActionForm>
  );
}

function ExhibitTicks({ exhibits }: { exhibits: DraftChoices["exhibits"] }) {
  const ticked = exhibits.filter((exhibit) => exhibit.ticked).length;
  return (
    <Disclosure
      label={t("Exhibits that go with it ({ticked} of {exhibits} ticked)", { ticked, exhibits: exhibits.length })}
    >
      <fieldset className="stack stack--s">
        <legend className="vh">{t("Exhibits that go with it")}</legend>
        <input type="hidden" name="offered" value="yes" />
        {exhibits.map(({ code, label, ticked }) => (
          <Checkbox key={code} name={tickOf(code)} label={label} defaultChecked={ticked} />
        ))}
      </fieldset>
    </Disclosure>
  );
}
