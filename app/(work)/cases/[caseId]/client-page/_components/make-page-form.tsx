"use client";

import { useContext } from "react";
import { Checkbox, Select } from "@/app/_ui/choice";
import { CopyButton } from "@/app/_ui/copy-button";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { clientLanguages, languageNames } from "@/lib/client/wording/types";
import { t } from "@/lib/platform/language/translate";
import { makePageAction } from "../actions";
import type { MadeState } from "../made-state";

type Props = { caseId: string; again: boolean; language?: string };

/** It stays on the page after it was sent: it shows link and PIN, once. */
export function MakePageForm({ caseId, again, language }: Props) {
  return (
    <ActionForm action={makePageAction} label={t("Make a link and a PIN")} announceSaved={false} prefix="page">
      <MadePage />
      <input type="hidden" name="caseId" value={caseId} />
      <Select
        name="language"
        label={t("Language that she reads best")}
        hint={t("She can choose another on the page. English stays beside it.")}
        options={clientLanguages.map((value) => ({ value, label: languageNames[value] }))}
        defaultValue={language ?? "en"}
        short
      />
      <Checkbox
        name="agreed"
        value="on"
        label={t(
          "I went through it with her: who else may see this phone, and that a private window leaves less behind",
        )}
        hint={t("If her phone may be watched, do not make a page: use paper.")}
      />
      <SubmitFoot variant="secondary" icon="link" pendingText={t("Making the link")}>
        {again ? t("Make a new link and PIN; the old ones end") : t("Make a link and a PIN")}
      </SubmitFoot>
    </ActionForm>
  );
}

function MadePage() {
  const { made } = useContext(FormContext).state as MadeState;
  if (!made) return null;
  return (
    <Notice kind="done" icon="link" title={t("Give both to her now: they are shown only here")} live>
      <p>
        {rich("Send the link on the channel that is safe for her, or let her type it here: {link}", {
          link: <span className="ref">{made.link}</span>,
        })}{" "}
        <CopyButton text={made.link} what={t("link")} />
      </p>
      <p>
        {rich("Tell her the PIN in person or by phone, never on the same channel: {pin}", {
          pin: <span className="ref">{made.pin}</span>,
        })}
      </p>
    </Notice>
  );
}
