"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { type Choice, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import type { PickList } from "@/lib/casework/incidents/types";
import type { CaptureDefaults } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { PickMany } from "../../../_components/pick-many";
import type { KnownCapture } from "../known-capture";
import { AccountFields } from "./account-fields";
import { captured } from "./captured";

export type AccountOption = Choice & { code: string; platformId: string | null };

export type CaptureOptions = {
  caseId: string;
  accounts: readonly AccountOption[];
  /** False where only the newest are among them: then any is named by its number. */
  allAccounts: boolean;
  incidents: PickList;
  platforms: readonly Choice[];
  zones: readonly Choice[];
  /** How the exhibit before was captured. */
  defaults: CaptureDefaults;
};

type Props = { options: CaptureOptions; known?: KnownCapture };

/** What an exhibit shows, where it was seen, and how the file was made. */
export function CaptureFields({ options, known }: Props) {
  return (
    <>
      <TextField
        {...captured.description}
        hint={t("One line: direct message with a threat, 20 November")}
        defaultValue={known?.description}
      />
      <TextArea
        {...captured.words}
        hint={t("Letter for letter, in the language as sent")}
        rows={2}
        defaultValue={known?.words ?? undefined}
        optional
      />
      <Group title={t("Where it was")}>
        <Where options={options} known={known} />
      </Group>
      <Group title={t("When and how")}>
        <When options={options} known={known} />
        <How known={known} />
      </Group>
      <PickMany
        {...captured.incidentIds}
        label={t("Incidents it shows")}
        list={options.incidents}
        chosen={known?.incidents ?? []}
        listed={`/cases/${options.caseId}/incidents` as Route}
        optional
      />
      <Disclosure label={t("More: clock, program, post, language")} open={opensMore(known)}>
        <div className="stack" id="clock">
          <Clock known={known} />
          <Post known={known} />
        </div>
      </Disclosure>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="fieldgroup stack">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Where({ options, known }: Props) {
  return (
    <>
      <TextField
        {...captured.sourceUrl}
        hint={t("The whole address, with everything after the question mark. Kept as text, never opened from here")}
        inputMode="url"
        defaultValue={known?.sourceUrl ?? undefined}
        optional
      />
      <Select
        {...captured.platform}
        options={options.platforms}
        blank={t("None, or not known")}
        defaultValue={known?.platform ?? undefined}
        optional
      />
      <AccountFields
        caseId={options.caseId}
        accounts={options.accounts}
        all={options.allAccounts}
        known={known?.account ?? null}
      />
    </>
  );
}

function When({ options, known }: Props) {
  return (
    <div className="pair">
      <TextField
        {...captured.capturedAt}
        type="datetime-local"
        defaultValue={known?.capturedAt || undefined}
        optional
      />
      <Select
        {...captured.capturedZone}
        label={t("In which time zone")}
        options={options.zones}
        defaultValue={known?.capturedZone || options.zones[0]?.value}
      />
    </div>
  );
}

function How({ known }: Pick<Props, "known">) {
  return (
    <>
      <div className="pair">
        <Select {...captured.method} blank={t("Choose how")} defaultValue={known?.method} />
        <Select {...captured.howObtained} blank={t("Choose how")} defaultValue={known?.howObtained} />
      </div>
      <div className="pair">
        <TextField {...captured.capturedBy} defaultValue={known?.capturedBy ?? undefined} optional />
        <TextField {...captured.device} defaultValue={known?.device ?? undefined} optional />
      </div>
      <Select {...captured.sensitivity} defaultValue={known?.sensitivity ?? "ordinary"} />
    </>
  );
}

function Clock({ known }: Pick<Props, "known">) {
  return (
    <>
      <Select
        {...captured.timeSource}
        hint={t("A certificate needs it")}
        blank={t("Not stated")}
        defaultValue={known?.timeSource ?? undefined}
        optional
      />
      <div className="pair">
        <TextField
          {...captured.clockOffset}
          hint={t("Use a minus if it was slow: -40")}
          inputMode="text"
          defaultValue={known?.clockOffset ?? undefined}
          optional
        />
        <TextField
          {...captured.tool}
          hint={t("Firefox 145, SingleFile 1.22")}
          defaultValue={known?.tool ?? undefined}
          optional
        />
      </div>
    </>
  );
}

function Post({ known }: Pick<Props, "known">) {
  return (
    <>
      <div className="pair">
        <TextField {...captured.postId} defaultValue={known?.postId ?? undefined} optional />
        <Select
          {...captured.visibility}
          blank={t("Not stated")}
          defaultValue={known?.visibility ?? undefined}
          optional
        />
      </div>
      <TextField {...captured.permalink} inputMode="url" defaultValue={known?.permalink ?? undefined} optional />
      <TextField
        {...captured.language}
        hint={t("isiZulu, English")}
        defaultValue={known?.language ?? undefined}
        optional
      />
    </>
  );
}

/** Open for what is there, and for the clock that a certificate still needs. */
function opensMore(known: KnownCapture | undefined): boolean {
  if (!known) return false;
  if (!known.timeSource) return true;
  const { timeSource, clockOffset, tool, postId, visibility, permalink, language } = known;
  return [timeSource, clockOffset, tool, postId, visibility, permalink, language].some((value) => value !== null);
}
