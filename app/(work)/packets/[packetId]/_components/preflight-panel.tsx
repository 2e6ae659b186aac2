import { Panel } from "@/app/_ui/panel";
import { PreflightCounts, PreflightList } from "@/app/(work)/_components/preflight-list";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

/** The checklist as it was when the packet was built. */
export function PreflightPanel({ packet }: { packet: PacketView }) {
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
      <PreflightList
        lines={packet.preflight}
        caseId={packet.caseId}
        kind={packet.kind}
        packetId={packet.id}
        decidedBy={packet.decidedBy}
      />
    </Panel>
  );
}
