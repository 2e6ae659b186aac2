import type { IconName } from "@/app/_ui/icon-names";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { bodyActLabels, detailLabels } from "@/lib/organisation/bodies/labels";
import type { BodyAct, BodyChange, BodyDetails } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

const signs: Record<BodyAct, IconName> = {
  added: "plus",
  imported: "upload",
  changed: "pencil",
  confirmed: "check",
  reported: "flag",
  settled: "check",
  retired: "ban",
  restored: "check",
  merged: "link",
  undone: "undo-2",
};

/** What was said of a body before, and who said so. */
export function BodyHistory({ history, zone }: { history: readonly BodyChange[]; zone: string }) {
  if (history.length === 0) return null;
  return (
    <Panel title={t("History")} id="history">
      <Timeline
        events={history.map((change) => ({
          key: change.id,
          icon: signs[change.act],
          title: t("{act}, {by}", { act: bodyActLabels[change.act], by: change.by }),
          detail: wordsOf(change),
          at: change.at.toISOString(),
          when: formatInstant(change.at, zone),
        }))}
      />
    </Panel>
  );
}

function wordsOf({ act, was, became, note }: BodyChange): string {
  if (note) return note;
  if (act !== "changed" || !was || !became) return "";
  const fields = Object.keys(became) as (keyof BodyDetails)[];
  return fields
    .map((field) =>
      t("{field}: “{was}” is now “{became}”.", {
        field: detailLabels[field],
        was: was[field] ?? t("Not known"),
        became: became[field] ?? t("Not known"),
      }),
    )
    .join(" ");
}
