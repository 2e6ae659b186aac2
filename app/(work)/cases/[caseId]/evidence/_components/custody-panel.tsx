import type { IconName } from "@/app/_ui/icon-names";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { custodyLabels } from "@/lib/custody/labels";
import type { CustodyAction, CustodyLedger } from "@/lib/custody/types";
import { formatBothZones, plural } from "@/lib/platform/format";
import { CustodyForm } from "./custody-form";
import type { Zones } from "./exhibit-tile";

const icons: Partial<Record<CustodyAction, IconName>> = {
  collected: "image",
  received: "inbox",
  hashed: "fingerprint",
  viewed: "eye",
  copied: "download",
  exported: "package",
  transferred: "arrow-right-left",
  sealed: "lock",
  returned: "undo-2",
};

type Props = { ledger: CustodyLedger; exhibitId: string; zones: Zones };

/** Everything that happened to an exhibit, and whether the chain of it was computed again and holds. */
export function CustodyPanel({ ledger: { events, holds }, exhibitId, zones }: Props) {
  return (
    <Panel title="Custody" id="custody" end={<span className="muted">{plural(events.length, "event")}</span>}>
      {holds ? (
        <Notice kind="done" icon="shield-check" title={`Chain unbroken, ${plural(events.length, "event")}`}>
          Each event carries the hash of the one before it. All were computed again just now.
        </Notice>
      ) : (
        <Notice kind="overdue" title="The chain is broken">
          An event was changed or is missing. Do not hand this exhibit over. Tell your supervisor.
        </Notice>
      )}
      <Timeline
        events={events.map((event) => ({
          key: event.id,
          icon: icons[event.action] ?? "history",
          title: `${event.seq}. ${custodyLabels[event.action]}${event.by ? ` by ${event.by}` : ""}`,
          detail: event.purpose,
          at: event.at.toISOString(),
          when: formatBothZones(event.at, zones.home, zones.there),
        }))}
      />
      <CustodyForm exhibitId={exhibitId} />
    </Panel>
  );
}
