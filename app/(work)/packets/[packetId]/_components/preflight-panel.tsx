import { Disclosure } from "@/app/_ui/disclosure";
import { Panel } from "@/app/_ui/panel";
import { PreflightCounts, PreflightList } from "@/app/(work)/_components/preflight-list";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** The checklist as it was when the packet was built. `folded`: its failures stand on the page already, to be decided. */
export function PreflightPanel({ packet, folded }: { packet: PacketView; folded: boolean }) {
  const list = (
    <PreflightList
      lines={packet.preflight}
      caseId={packet.caseId}
      kind={packet.kind}
      packetId={packet.id}
      decidedBy={packet.decidedBy}
    />
  );
  return (
    <Panel
      id="preflight"
      title={t("Preflight")}
      end={<PreflightCounts lines={packet.preflight} />}
      padded={false}
      foot={
        <span className="small">
          {t(
            "As it was when this version was built, except who looked at pictures, which is as it is now. Correct the case, then draft the next version to check again.",
          )}
        </span>
      }
    >
      {folded ? (
        <div className="panel__body">
          <Disclosure label={plural(packet.preflight.length, "line")}>{list}</Disclosure>
        </div>
      ) : (
        list
      )}
    </Panel>
  );
}
