import { DownloadButton } from "@/app/_ui/button";
import type { DeliveryView } from "@/lib/handovers/types";

type ButtonsProps = {
  /** Null when nothing more leaves. */ packetId: string | null;
  deliveries: readonly DeliveryView[];
};

/** What is printed about a handover: the slip to be signed on paper, and what the ledger says of each in the portal. */
export function PaperButtons({ packetId, deliveries }: ButtonsProps) {
  return (
    <>
      {packetId ? (
        <p>
          <DownloadButton look="secondary" icon="printer" href={`/api/packets/${packetId}/receipt`}>
            Receipt slip to be signed
          </DownloadButton>
        </p>
      ) : null}
      {deliveries.map((delivery) => (
        <p key={delivery.id}>
          <a href={`/api/packets/certificates/${delivery.id}`} download>
            Certificate of handover to {delivery.rank} {delivery.liaisonName}
          </a>
        </p>
      ))}
    </>
  );
}
