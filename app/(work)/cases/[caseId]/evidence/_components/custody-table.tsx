import { Chip } from "@/app/_ui/chip";
import { Hash } from "@/app/_ui/number";
import { custodyLabels } from "@/lib/evidence/custody/labels";
import type { CustodyEventView } from "@/lib/evidence/custody/types";
import { formatInstant } from "@/lib/platform/text/format";
import type { Zones } from "./exhibit-tile";

/** The ledger line by line, oldest first: it reads the same on paper. */
export function CustodyTable({ events, zones }: { events: readonly CustodyEventView[]; zones: Zones }) {
  if (events.length === 0) return null;
  return (
    <div className="tablewrap">
      <table className="table table--cards">
        <caption className="vh">Custody ledger, the oldest line first</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              No.
            </th>
            <th scope="col">What and who</th>
            <th scope="col">When</th>
            <th scope="col">Why and details</th>
            <th scope="col">Hash and link</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Line key={event.id} event={event} zones={zones} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What has no person of ours was there before it came, or was done by a nightly or queued job. */
function whoWords({ by, action }: CustodyEventView): string {
  if (by) return `by ${by}`;
  return action === "collected" ? "before it came to us" : "by Crossdocket itself";
}

function Line({ event, zones }: { event: CustodyEventView; zones: Zones }) {
  return (
    <tr>
      <td className="num" data-label="Line">
        {event.seq}
      </td>
      <td>
        <span className="strong">{custodyLabels[event.action]}</span>
        <span className="small muted">{whoWords(event)}</span>
      </td>
      <td data-label="When">
        {formatInstant(event.at, zones.home)}
        {zones.there === zones.home ? null : (
          <span className="small muted">{formatInstant(event.at, zones.there)}</span>
        )}
      </td>
      <td data-label="Why">
        <span>{event.purpose}</span>
        {event.details.map(({ name, value }) => (
          <span className="small breakable" key={name}>
            <span className="muted">{name}:</span> {value}
          </span>
        ))}
      </td>
      <td data-label="Link">
        <span className="row">
          {event.holds ? <Chip kind="done">Holds</Chip> : <Chip kind="overdue-solid">Broken</Chip>}
          {event.verified === true ? <Chip kind="done">Hash verified</Chip> : null}
          {event.verified === false ? <Chip kind="overdue-solid">Hash differs</Chip> : null}
        </span>
        <span className="small muted">
          <Hash value={event.hash} short />
        </span>
      </td>
    </tr>
  );
}
