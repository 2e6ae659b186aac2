import { Notice } from "@/app/_ui/notice";
import type { ToTell } from "@/lib/handover/handovers/types";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

/** Once a version is approved: who still works with an earlier one. */
export function ToTellNotice({ packet, holders }: { packet: PacketView; holders: readonly ToTell[] }) {
  if (holders.length === 0) return null;
  return (
    <Notice
      kind="warning"
      title={t("Tell anyone who holds an earlier version that version {version} replaces it", {
        version: packet.version,
      })}
    >
      <ul className="stack stack--s">
        {holders.map((holder) => (
          <li key={holder.id}>
            {t("{who}: holds version {version}{value}", {
              who: holder.who,
              version: holder.version,
              value: holder.how === "paper" ? t(" on paper") : "",
            })}
          </li>
        ))}
      </ul>
      {t("The portal tells officers once this version is handed to them. Nobody else will know unless you call them.")}
    </Notice>
  );
}
