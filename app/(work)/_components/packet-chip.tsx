import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { IconName } from "@/app/_ui/icon-names";
import { statusLabels } from "@/lib/packets/labels";
import type { PacketStatus } from "@/lib/packets/types";

const looks: Record<PacketStatus, { kind: ChipKind; icon: IconName }> = {
  building: { kind: "info", icon: "hourglass" },
  failed: { kind: "overdue", icon: "circle-x" },
  cancelled: { kind: "warning", icon: "circle-x" },
  ready: { kind: "waiting", icon: "stamp" },
  approved: { kind: "done", icon: "badge-check" },
  returned: { kind: "warning", icon: "undo-2" },
  handed_over: { kind: "done", icon: "send" },
  withdrawn: { kind: "line", icon: "ban" },
};

/** Where a packet stands, in a word and a sign. */
export function PacketChip({ status }: { status: PacketStatus }) {
  return <Chip {...looks[status]}>{statusLabels[status]}</Chip>;
}
