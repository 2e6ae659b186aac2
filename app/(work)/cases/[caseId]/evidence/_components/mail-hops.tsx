import type { MailHop } from "@/lib/platform/sandbox/types";
import { formatInstant } from "@/lib/platform/text/format";
import { instantFrom } from "@/lib/platform/time/clock";
import type { Zones } from "./exhibit-tile";

/**
 * Each server writes its line above the others, so the way is read from the bottom of the headers up. What a server saw
 * and what the machine before it said of itself stand apart: only the first is worth anything.
 */
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
            <th scope="col">Received by</th>
            <th scope="col">Address it saw</th>
            <th scope="col">Claimed by the sender’s machine</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {hops.map((hop, index) => (
            <tr key={`${String(index)} ${hop.by}`}>
              <td className="num" data-label="Server">
                {index + 1}
              </td>
              <td data-label="Received by">
                <Words text={hop.by} />
                {hop.with ? <div className="small muted">with {hop.with}</div> : null}
              </td>
              <td data-label="Address it saw">
                <Words text={hop.seenIp} none="Not known" />
                {hop.seenName ? <div className="small muted breakable">{hop.seenName}</div> : null}
              </td>
              <td data-label="Claimed by the sender’s machine">
                <Words text={hop.claimed} />
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

function Words({ text, none = "Not said" }: { text: string | null; none?: string }) {
  return text ? <span className="breakable">{text}</span> : <span className="muted">{none}</span>;
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
