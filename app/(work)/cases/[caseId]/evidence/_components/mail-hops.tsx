import { CaseTime } from "@/app/_ui/case-time";
import { DataTable } from "@/app/_ui/table/data-table";
import { t } from "@/lib/platform/language/translate";
import type { MailHop } from "@/lib/platform/sandbox/types";
import { instantFrom } from "@/lib/platform/time/clock";
import type { Zones } from "./exhibit-tile";

/**
 * Each server writes its line above the others, so the route is read from the bottom of the headers up. What a server
 * saw and what the previous machine claimed about itself are separate: only the first is reliable.
 */
export function MailHops({ hops, zones }: { hops: readonly MailHop[]; zones: Zones }) {
  if (hops.length === 0)
    return <p className="panel__body muted">{t("No server on the way left a line in this mail.")}</p>;
  return (
    <DataTable
      caption={t("Servers on the way, the first one first")}
      captionClass="panel__body strong"
      rows={hops}
      keyOf={(hop, at) => `${String(at)} ${hop.by}`}
      wide
      columns={[
        { head: t("No."), label: t("Server"), num: true, cell: (_hop, at) => at + 1 },
        {
          head: t("Received by"),
          cell: (hop) => (
            <>
              <Words text={hop.by} />
              {hop.with ? <div className="small muted">{t("with {with}", { with: hop.with })}</div> : null}
            </>
          ),
        },
        {
          head: t("Address it saw"),
          cell: (hop) => (
            <>
              <Words text={hop.seenIp} none={t("Not known")} />
              {hop.seenName ? <div className="small muted breakable">{hop.seenName}</div> : null}
            </>
          ),
        },
        { head: t("Claimed by the sender’s machine"), cell: (hop) => <Words text={hop.claimed} /> },
        { head: t("When"), cell: (hop) => <MailTime at={hop.at} atUtc={hop.atUtc} zones={zones} /> },
      ]}
    />
  );
}

function Words({ text, none = t("Not stated") }: { text: string | null; none?: string }) {
  return text ? <span className="breakable">{text}</span> : <span className="muted">{none}</span>;
}

/** A time in both zones; as written if it names no instant, because its zone is unknown. */
export function MailTime({ at, atUtc, zones }: { at: string | null; atUtc: string | null; zones: Zones }) {
  const instant = atUtc ? instantFrom(atUtc) : null;
  if (!instant)
    return at ? (
      <span className="breakable">{t("{at}, as written", { at })}</span>
    ) : (
      <span className="muted">{t("Not stated")}</span>
    );
  return <CaseTime at={instant} zones={[zones.home, zones.there, "UTC"]} />;
}
