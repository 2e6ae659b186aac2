"use client";

import { Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { mostListed, writeNumbers } from "@/lib/casework/incidents/rules";
import type { Candidate, CertificateChoice } from "@/lib/documents/certificates/types";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../../../../numbers-field";
import { draftCertificateAction } from "../actions";
import { ExhibitTicks } from "./exhibit-ticks";

type Props = { caseId: string; choices: readonly CertificateChoice[]; ready: readonly Candidate[] };

/** Which certificate, over which exhibits; it opens as a paper that can be read, amended, printed and kept. */
export function CertificateForm({ caseId, choices, ready }: Props) {
  return (
    <ActionForm action={draftCertificateAction} label={t("Draft a certificate")} className="stack">
      <input type="hidden" name="caseId" value={caseId} />
      <Radios
        name="certificate"
        label={t("Certificate")}
        options={choices.map(({ key, title, purpose }) => ({ value: key, label: title, hint: purpose }))}
        required
      />
      {ready.length > mostListed ? (
        <TextArea
          name={numbersOf("exhibitIds")}
          label={t("Exhibits")}
          hint={t("{ready} are ready. By their numbers: E-3, E-7 to E-12", { ready: ready.length })}
          rows={2}
          defaultValue={writeNumbers(ready.map((candidate) => candidate.label))}
        />
      ) : (
        <ExhibitTicks ready={ready} />
      )}
      <SubmitFoot pendingText={t("Drafting")} icon="stamp">
        {t("Draft it")}
      </SubmitFoot>
    </ActionForm>
  );
}
