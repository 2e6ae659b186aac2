"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ExhibitGap } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { fillGapAction } from "../actions";
import { AccountFields } from "./account-fields";
import type { CaptureOptions } from "./capture-fields";
import { captured } from "./captured";
import type { GapFacts } from "./gap-chips";
import { type Filler, nextGap } from "./gap-filler";

type Props = { facts: GapFacts; gap: ExhibitGap; filler: Filler };

/** One field in place. Enter saves it and opens the next gap of the page; Escape closes it. */
export function GapForm({ facts, gap, filler }: Props) {
  const { id, caseId, label } = facts;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
  }, []);

  /** The page that comes with the answer no longer has this form, so what is next is found before. */
  const fill: FormAction = async (before, form) => {
    const next = nextGap({ exhibitId: id, gap });
    const answer = await fillGapAction(before, form);
    if (answer.status === "saved") filler.setOpen(next);
    return answer;
  };

  function key(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === "Escape") {
      event.stopPropagation();
      document.querySelector<HTMLElement>(`[data-gap="${id} ${gap}"]`)?.focus();
      filler.setOpen(null);
    }
    if (event.key === "Enter" && event.target instanceof HTMLSelectElement) {
      event.preventDefault();
      event.target.form?.requestSubmit();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside
    <div ref={box} onKeyDown={key}>
      <ActionForm action={fill} label={t("Fill in exhibit {label}", { label })} className="stack stack--s gapform">
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="exhibitIds" value={id} />
        <input type="hidden" name="gap" value={gap} />
        <GapField facts={facts} gap={gap} options={filler.options} />
        <div className="row">
          <SubmitButton pendingText={t("Saving")} small>
            {t("Save")}
          </SubmitButton>
          <Button variant="quiet" small onClick={() => filler.setOpen(null)}>
            {t("Close")}
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}

function GapField({ facts, gap, options }: { facts: GapFacts; gap: ExhibitGap; options: CaptureOptions }) {
  if (gap === "needs_time") {
    return (
      <>
        <TextField {...captured.capturedAt} type="datetime-local" hint={facts.claimed ?? undefined} />
        <Select {...captured.capturedZone} options={options.zones} defaultValue={options.zones[0]?.value} />
      </>
    );
  }
  if (gap === "needs_url") {
    return (
      <TextField
        {...captured.sourceUrl}
        hint={t("The whole address, with everything after the question mark")}
        inputMode="url"
      />
    );
  }
  if (gap === "needs_account_id") {
    return (
      <AccountFields
        caseId={facts.caseId}
        accounts={options.accounts}
        all={options.allAccounts}
        known={facts.account}
      />
    );
  }
  if (gap === "no_incident") {
    return <PickOne {...captured.incidentIds} list={options.incidents} blank={t("Choose an incident")} />;
  }
  return <TextField {...captured.device} />;
}
