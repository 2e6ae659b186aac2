import { DownloadButton } from "@/app/_ui/button";
import type { DeliveryView } from "@/lib/handovers/types";

type ButtonsProps = {
  /** Null when nothing more leaves. */ packetId: string | null;
  deliveries: readonly DeliveryView[];
};

/** What is printed about a handover: the slip to be signed on paper, and what the ledger says of each in the portal. */
export function PaperButtons({ packetId, deliveries }: ButtonsProps) {
  return (
    <div className="row">
      {packetId ? (
        <DownloadButton look="secondary" icon="printer" href={`/api/packets/${packetId}/receipt`}>
          Receipt slip to be signed
        </DownloadButton>
      ) : null}
      {deliveries.map((delivery) => (
        <DownloadButton
          key={delivery.id}
          look="secondary"
          icon="stamp"
          href={`/api/packets/certificates/${delivery.id}`}
        >
          Certificate of handover to {delivery.rank} {delivery.liaisonName}
        </DownloadButton>
      ))}
    </div>
  );
}
