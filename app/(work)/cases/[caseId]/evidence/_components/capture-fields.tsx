"use client";

import { type Choice, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { methodLabels, obtainedLabels } from "@/lib/evidence/labels";
import { IncidentTicks } from "./incident-ticks";

export type CaptureOptions = {
  accounts: readonly Choice[];
  incidents: readonly { id: string; code: string; what: string }[];
  platforms: readonly Choice[];
  zones: readonly Choice[];
};

/** What is known already. `capturedAt` as a datetime-local input holds it. */
export type KnownCapture = {
  description: string;
  words: string | null;
  sourceUrl: string | null;
  platform: string | null;
  accountId: string | null;
  capturedAt: string;
  capturedZone: string;
  capturedBy: string | null;
  device: string | null;
  method: string;
  howObtained: string;
  incidentIds: readonly string[];
};

const choices = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What an exhibit shows, where it was seen, and how it came to be a file. */
export function CaptureFields({ options, known }: { options: CaptureOptions; known?: KnownCapture }) {
  return (
    <>
      <TextField
        name="description"
        label="What it shows"
        hint="One line: direct message with a threat, 20 November"
        defaultValue={known?.description}
      />
      <TextArea
        name="words"
        label="Words said"
        hint="Letter for letter, in the language as sent"
        rows={2}
        defaultValue={known?.words ?? undefined}
        optional
      />
      <When options={options} known={known} />
      <Where options={options} known={known} />
      <How known={known} />
      <IncidentTicks incidents={options.incidents} ticked={known?.incidentIds ?? []} />
    </>
  );
}

function When({ options, known }: { options: CaptureOptions; known?: KnownCapture }) {
  return (
    <>
      <TextField
        name="capturedAt"
        label="Captured on"
        type="datetime-local"
        defaultValue={known?.capturedAt || undefined}
        optional
      />
      <Select
        name="capturedZone"
        label="In which time zone"
        options={options.zones}
        defaultValue={known?.capturedZone || options.zones[0]?.value}
      />
    </>
  );
}

function Where({ options, known }: { options: CaptureOptions; known?: KnownCapture }) {
  return (
    <>
      <TextField
        name="sourceUrl"
        label="Web address"
        hint="The whole address, with everything after the question mark. Kept as text, never opened from here"
        inputMode="url"
        defaultValue={known?.sourceUrl ?? undefined}
        optional
      />
      <div className="pair">
        <Select
          name="platform"
          label="Platform"
          options={options.platforms}
          blank="None, or not known"
          defaultValue={known?.platform ?? undefined}
          optional
        />
        <Select
          name="accountId"
          label="Account"
          options={options.accounts}
          blank="None, or not known"
          defaultValue={known?.accountId ?? undefined}
          optional
        />
      </div>
    </>
  );
}

function How({ known }: { known?: KnownCapture }) {
  return (
    <>
      <div className="pair">
        <Select
          name="method"
          label="How it was captured"
          options={choices(methodLabels)}
          blank="Choose how"
          defaultValue={known?.method}
        />
        <Select
          name="howObtained"
          label="How it was obtained"
          options={choices(obtainedLabels)}
          blank="Choose how"
          defaultValue={known?.howObtained}
        />
      </div>
      <div className="pair">
        <TextField name="capturedBy" label="Captured by" defaultValue={known?.capturedBy ?? undefined} optional />
        <TextField name="device" label="On which device" defaultValue={known?.device ?? undefined} optional />
      </div>
    </>
  );
}
