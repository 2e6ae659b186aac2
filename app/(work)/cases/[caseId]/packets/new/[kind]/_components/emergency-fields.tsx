"use client";

import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { emergencyLabels } from "@/lib/packets/packets/labels";
import type { DraftChoices } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

const questions = Object.entries(emergencyLabels) as [keyof typeof emergencyLabels, { label: string; hint: string }][];

/** The five things that a company asks before it discloses at once. Folded: empty, no danger now is claimed. */
export function EmergencyFields({ choices }: { choices: DraftChoices }) {
  const written = choices.start.emergency;
  const open = questions.some(([key]) => written?.[key]);
  return (
    <Panel
      id="draft-emergency"
      title={t("Emergency")}
      end={<span className="muted">{t("Only if somebody is in danger now")}</span>}
    >
      <Disclosure label={t("Somebody is in danger now")} icon="triangle-alert" open={open}>
        {choices.emergencyLine ? (
          <Notice kind="overdue" title={t("Phone first")}>
            {choices.emergencyLine}
          </Notice>
        ) : null}
        {questions.map(([key, { label, hint }]) => (
          <TextArea
            key={key}
            name={`emergency.${key}`}
            label={label}
            hint={hint}
            rows={2}
            defaultValue={written?.[key]}
            optional
          />
        ))}
      </Disclosure>
    </Panel>
  );
}
