"use client";

import { useContext } from "react";
import { type Choice, Radios } from "@/app/_ui/choice";
import { CopyButton } from "@/app/_ui/copy-button";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { codeReminder } from "@/lib/handover/first-contact/labels";
import { t } from "@/lib/platform/language/translate";
import { makeFirstLinkAction } from "../first-link-actions";
import type { MadeState } from "../made-state";

type MakeLinkProps = { packetId: string; options: readonly Choice[] };

/** It stays on the page after it was sent: it shows link and code, once. */
export function MakeLinkForm({ packetId, options }: MakeLinkProps) {
  return (
    <ActionForm action={makeFirstLinkAction} label={t("Make a first-contact link")} announceSaved={false}>
      <MadeOnce />
      <input type="hidden" name="packetId" value={packetId} />
      <Radios name="liaisonId" label={t("For which officer?")} options={options} />
      <SubmitFoot variant="secondary" icon="link" pendingText={t("Making the link")}>
        {t("Make a link and a code")}
      </SubmitFoot>
    </ActionForm>
  );
}

/** Link, code, and what to say with the code. */
export function MadeOnce() {
  const { made } = useContext(FormContext).state as MadeState;
  if (!made) return null;
  return (
    <Notice kind="done" icon="link" title={t("Write both down now: they are shown only here")} live>
      <p>
        {rich("Send the link to the officer’s official address once a second person has released it: {link}", {
          link: <span className="ref">{made.link}</span>,
        })}{" "}
        <CopyButton text={made.link} what={t("link")} />
      </p>
      <p>
        {rich("Tell the code by phone, on the number of the office, and never in writing: {code}", {
          code: <span className="ref">{made.code}</span>,
        })}
      </p>
      <p>{t("Read this out with it: “{codeReminder}”", { codeReminder })}</p>
    </Notice>
  );
}
