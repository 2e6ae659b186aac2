import { buttonClass } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";

/** One page to be signed when the packet is handed over on paper. */
export function ReceiptButton({ packetId }: { packetId: string }) {
  return (
    <p>
      <a className={buttonClass({ look: "secondary" })} href={`/api/packets/${packetId}/receipt`} download>
        <Icon name="printer" />
        Receipt slip to be signed
      </a>
    </p>
  );
}
