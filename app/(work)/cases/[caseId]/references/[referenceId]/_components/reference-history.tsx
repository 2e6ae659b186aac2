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
  const events = row.history.map((one) => ({
    key: one.id,
    icon: icons[one.change],
    title: `${changeLabels[one.change]}${one.by ? ` by ${one.by}` : ""}`,
    detail: <Change change={one} />,
    at: one.at.toISOString(),
    when: formatInstant(one.at, zone),
  }));
  return (
    <Panel title="History" id="history">
      {events.length > 0 ? (
        <Timeline events={events} />
      ) : (
        <p className="muted">Recorded before histories were kept. Every change from now on stands here.</p>
      )}
    </Panel>
  );
}

function Change({ change }: { change: ReferenceChange }) {
  return (
    <>
      {change.fields
        .filter((one) => one.field !== "raw")
        .map((one) => (
          <span className="block" key={one.field}>
            {fieldLabels[one.field] ?? one.field}:{" "}
            {one.before === null ? null : (
              <>
                <s>{shown(one.field, one.before)}</s>{" "}
              </>
            )}
            {one.after === null ? "taken out" : shown(one.field, one.after)}
          </span>
        ))}
      {change.reason ? <span className="block">Why: {change.reason}</span> : null}
    </>
  );
}

function shown(field: string, value: string): string {
  return words[field]?.[value] ?? (isCivilDate(value) ? formatDate(value) : value);
}
