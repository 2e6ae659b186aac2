"use client";

import { useContext } from "react";
import { type Choice, Radios } from "@/app/_ui/choice";
import { CopyButton } from "@/app/_ui/copy-button";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { codeReminder } from "@/lib/handover/first-contact/labels";
import { makeFirstLinkAction } from "../first-link-actions";
import type { MadeState } from "../made-state";

type MakeLinkProps = { packetId: string; options: readonly Choice[] };

/** It stays on the page after it was sent: it shows link and code, once. */
export function MakeLinkForm({ packetId, options }: MakeLinkProps) {
  return (
    <ActionForm action={makeFirstLinkAction} label="Make a first-contact link" announceSaved={false}>
      <MadeOnce />
      <input type="hidden" name="packetId" value={packetId} />
      <Radios name="liaisonId" label="For which officer?" options={options} />
      <SubmitFoot variant="secondary" icon="link" pendingText="Making the link">
        Make a link and a code
      </SubmitFoot>
    </ActionForm>
  );
}

/** Link, code, and what to say with the code. */
export function MadeOnce() {
  const { made } = useContext(FormContext).state as MadeState;
  if (!made) return null;
  return (
    <Notice kind="done" icon="link" title="Write both down now: they are shown only here" live>
      <p>
        Send the link to the officer’s official address once a second person has released it:{" "}
        <span className="ref">{made.link}</span> <CopyButton text={made.link} what="link" />
      </p>
      <p>
        Tell the code by phone, on the number of the office, and never in writing:{" "}
        <span className="ref">{made.code}</span>
      </p>
      <p>Read this out with it: “{codeReminder}”</p>
    </Notice>
  );
}
