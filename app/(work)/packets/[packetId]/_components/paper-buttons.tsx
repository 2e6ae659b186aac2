import { DownloadButton } from "@/app/_ui/button";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import type { DeliveryView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";

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
          <UnlessFrozen what={t("Receipt slip")}>
            <DownloadButton variant="secondary" icon="printer" href={`/api/packets/${packetId}/receipt`}>
              {t("Receipt slip to be signed")}
            </DownloadButton>
          </UnlessFrozen>
        </p>
      ) : null}
      {deliveries.map((delivery) => (
        <p key={delivery.id}>
          <UnlessFrozen
            what={t("Certificate of handover to {rank} {liaisonName}", {
              rank: delivery.rank,
              liaisonName: delivery.liaisonName,
            })}
          >
            <a href={`/api/packets/certificates/${delivery.id}`} download>
              {t("Certificate of handover to {rank} {liaisonName}", {
                rank: delivery.rank,
                liaisonName: delivery.liaisonName,
              })}
            </a>
          </UnlessFrozen>
        </p>
      ))}
    </>
  );
}
