import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import {
  changeLabels,
  fieldLabels,
  holderLabels,
  receivedViaLabels,
  referenceStateLabels,
} from "@/lib/casework/references/labels";
import type { ReferenceChange, ReferencePage } from "@/lib/casework/references/queries";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { isCivilDate } from "@/lib/platform/time/calendar";

const icons = { recorded: "plus", amended: "pencil", withdrawn: "ban" } as const;
const words: Record<string, Record<string, string>> = {
  state: referenceStateLabels,
  receivedVia: receivedViaLabels,
  holder: holderLabels,
};

/** Every change of the number: what it was, what it became, who, when and why. It only grows. */
export function ReferenceHistory({ row, zone }: { row: ReferencePage; zone: string }) {
  const events = row.history.map((referenceChange) => ({
    key: referenceChange.id,
    icon: icons[referenceChange.change],
    title: `${changeLabels[referenceChange.change]}${referenceChange.by ? t(" by {by}", { by: referenceChange.by }) : ""}`,
    detail: <Change change={referenceChange} />,
    at: referenceChange.at.toISOString(),
    when: formatInstant(referenceChange.at, zone),
  }));
  return (
    <Panel title={t("History")} id="history">
      {events.length > 0 ? (
        <Timeline events={events} />
      ) : (
        <p className="muted">{t("Recorded before histories were kept. Every change from now on appears here.")}</p>
      )}
    </Panel>
  );
}

function Change({ change }: { change: ReferenceChange }) {
  return (
    <>
      {change.fields
        .filter((field) => field.field !== "raw")
        .map((field) => (
          <span className="block" key={field.field}>
            {fieldLabels[field.field] ?? field.field}:{" "}
            {field.before === null ? null : (
              <>
                <s>{shown(field.field, field.before)}</s>{" "}
              </>
            )}
            {field.after === null ? t("taken out") : shown(field.field, field.after)}
          </span>
        ))}
      {change.reason ? <span className="block">{t("Why: {reason}", { reason: change.reason })}</span> : null}
    </>
  );
}

function shown(field: string, value: string): string {
  return words[field]?.[value] ?? (isCivilDate(value) ? formatDate(value) : value);
}
