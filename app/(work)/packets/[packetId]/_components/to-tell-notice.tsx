import { Notice } from "@/app/_ui/notice";
import type { ToTell } from "@/lib/handover/handovers/types";
import type { PacketView } from "@/lib/packets/packets/types";

/** Once a version is approved: who still works with an earlier one. */
export function ToTellNotice({ packet, holders }: { packet: PacketView; holders: readonly ToTell[] }) {
  if (holders.length === 0) return null;
  return (
    <Notice kind="warning" title={`Tell whoever holds an earlier version that version ${packet.version} replaces it`}>
      <ul className="stack stack--s">
        {holders.map((holder) => (
          <li key={holder.id}>
            {holder.who}: holds version {holder.version}
            {holder.how === "paper" ? " on paper" : ""}
          </li>
        ))}
      </ul>
      A portal says so once this version is handed to its officer. Nobody else hears it unless you call them.
    </Notice>
  );
}
