import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { Hash } from "@/app/_ui/number";
import { DataTable } from "@/app/_ui/table/data-table";
import { custodyLabels } from "@/lib/evidence/custody/labels";
import type { CustodyEventView } from "@/lib/evidence/custody/types";
import { t } from "@/lib/platform/language/translate";
import type { Zones } from "./exhibit-tile";

/** The ledger line by line, oldest first: it reads the same on paper. */
export function CustodyTable({ events, zones }: { events: readonly CustodyEventView[]; zones: Zones }) {
  if (events.length === 0) return null;
  return (
    <DataTable
      caption={t("Custody ledger, the oldest line first")}
      rows={events}
      keyOf={(event) => event.id}
      wide
      columns={[
        { head: t("No."), label: t("Line"), num: true, cell: (event) => event.seq },
        {
          head: t("What and who"),
          label: null,
          cell: (event) => (
            <>
              <span className="strong">{custodyLabels[event.action]}</span>
              <span className="small muted">{whoWords(event)}</span>
            </>
          ),
        },
        {
          head: t("When"),
          cell: ({ at }) => <CaseTime at={at} zones={[zones.home, zones.there]} />,
        },
        { head: t("Why and details"), label: t("Why"), cell: (event) => <Why event={event} /> },
        { head: t("Hash and link"), label: t("Link"), cell: (event) => <LinkOf event={event} /> },
      ]}
    />
  );
}

/** What has no person of ours was there before it came, or was done by a nightly or queued job. */
function whoWords({ by, action }: CustodyEventView): string {
  if (by) return t("by {by}", { by });
  return action === "collected" ? t("before it came to us") : "by Crossdocket itself";
}

function Why({ event }: { event: CustodyEventView }) {
  return (
    <>
      <span>{event.purpose}</span>
      {event.details.map(({ name, value }) => (
        <span className="small breakable" key={name}>
          <span className="muted">{name}:</span> {value}
        </span>
      ))}
    </>
  );
}

function LinkOf({ event }: { event: CustodyEventView }) {
  return (
    <>
      <span className="row">
        {event.holds ? <Chip kind="done">{t("Holds")}</Chip> : <Chip kind="overdue-solid">{t("Broken")}</Chip>}
        {event.verified === true ? <Chip kind="done">{t("Hash verified")}</Chip> : null}
        {event.verified === false ? <Chip kind="overdue-solid">{t("Hash differs")}</Chip> : null}
      </span>
      <span className="small muted">
        <Hash value={event.hash} short />
      </span>
    </>
  );
}
