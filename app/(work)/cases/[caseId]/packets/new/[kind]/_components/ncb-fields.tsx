"use client";

import { Radios } from "@/app/_ui/choice";
import { DateField, TextArea } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { levelLabels, purposeLabels } from "@/lib/packets/packets/labels";
import type { DraftChoices } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

const purposes = Object.entries(purposeLabels).map(([value, words]) => ({ value, ...words }));
const levels = Object.entries(levelLabels).map(([value, words]) => ({ value, ...words }));
const priorities = [
  { value: "normal", label: t("Normal") },
  { value: "urgent", label: t("Urgent"), hint: t("Say why in the stage: the bureau asks.") },
];

/** The request to a National Central Bureau: one purpose, what to do and by when. */
export function NcbFields({ start }: { start: DraftChoices["start"] }) {
  const ask = start.ncbAsk;
  return (
    <Panel id="draft-ncbAsk" title={t("What the bureau is asked")}>
      <Radios
        name="ncbAsk.purpose"
        label={t("What for?")}
        hint={t("A message states one purpose.")}
        options={purposes}
        defaultValue={ask?.purpose}
      />
      <TextArea
        name="ncbAsk.action"
        label={t("What police there are asked to do")}
        hint={t("One thing a line.")}
        rows={3}
        defaultValue={ask?.action}
      />
      <div className="cols cols--2">
        <DateField
          name="ncbAsk.by"
          label={t("By when")}
          hint={t("Left empty, the bureau fills it in.")}
          defaultValue={ask?.by}
          optional
        />
        <Radios
          name="ncbAsk.priority"
          label={t("Priority")}
          options={priorities}
          defaultValue={ask?.priority ?? "normal"}
        />
      </div>
      <TextArea
        name="ncbAsk.conditions"
        label={t("Conditions of use")}
        hint={t("Who may see it, and who may not be told.")}
        rows={2}
        defaultValue={ask?.conditions}
        optional
      />
      <Radios
        name="ncbAsk.level"
        label={t("How secret it is")}
        options={levels}
        defaultValue={ask?.level ?? "restricted"}
      />
    </Panel>
  );
}
