import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { kindLabels, statusLabels } from "@/lib/packets/packets/labels";
import type { PacketStatus } from "@/lib/packets/packets/types";

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

/** The state of a packet, in a word and an icon. */
export function PacketChip({ status }: { status: PacketStatus }) {
  return <Chip {...looks[status]}>{statusLabels[status]}</Chip>;
}

const kindIcons: Record<string, IconName> = {
  mla_dossier: "landmark",
  interpol_briefing: "globe",
  preservation_briefing: "archive",
  docket_pack: "folder",
  refusal_complaint: "flag",
};

/** What kind of packet it is, with the same sign wherever it is named. */
export function PacketKindName({ kind }: { kind: string }) {
  return (
    <span className="kindname">
      <Icon name={kindIcons[kind] ?? "package"} />
      {kindLabels[kind] ?? kind}
    </span>
  );
}
