import { instantFrom } from "@/lib/platform/clock";
import { formatInstant } from "@/lib/platform/format";
import type { MailHop } from "@/lib/platform/sandbox/types";
import type { Zones } from "./exhibit-tile";

/** Each server writes its line above the others, so the way is read from the bottom of the headers up. */
export function MailHops({ hops, zones }: { hops: readonly MailHop[]; zones: Zones }) {
  if (hops.length === 0) return <p className="panel__body muted">No server on the way left a line in this mail.</p>;
  return (
    <div className="tablewrap">
      <table className="table table--cards">
        <caption className="panel__body strong">Servers on the way, the first one first</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              No.
            </th>
            <th scope="col">From</th>
            <th scope="col">IP address</th>
            <th scope="col">Received by</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {hops.map((hop, index) => (
            <tr key={`${String(index)} ${hop.by}`}>
              <td className="num" data-label="Server">
                {index + 1}
              </td>
              <td data-label="From">
                <Words text={hop.from} />
              </td>
              <td data-label="IP address">
                <Words text={hop.ip} />
              </td>
              <td data-label="Received by">
                <Words text={hop.by} />
                {hop.with ? <span className="small muted">with {hop.with}</span> : null}
              </td>
              <td data-label="When">
                <MailTime at={hop.at} atUtc={hop.atUtc} zones={zones} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ text }: { text: string | null }) {
  return text ? <span className="breakable">{text}</span> : <span className="muted">Not said</span>;
}

/** A time on both walls; as it was written when it names no instant, for nobody knows its zone. */
export function MailTime({ at, atUtc, zones }: { at: string | null; atUtc: string | null; zones: Zones }) {
  const instant = atUtc ? instantFrom(atUtc) : null;
  if (!instant)
    return at ? <span className="breakable">{at}, as written</span> : <span className="muted">Not said</span>;
  return (
    <>
      {formatInstant(instant, zones.home)}
      {zones.there === zones.home ? null : <div className="small muted">{formatInstant(instant, zones.there)}</div>}
      <div className="small muted">{formatInstant(instant, "UTC")}</div>
    </>
  );
}
