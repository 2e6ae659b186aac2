import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { IconName } from "@/app/_ui/icon-names";
import type { ForceView } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";

const looks: Record<ForceView["state"], { kind: ChipKind; icon: IconName }> = {
  in_force: { kind: "done", icon: "check" },
  partly: { kind: "warning", icon: "circle-dot" },
  to_confirm: { kind: "warning", icon: "circle-help" },
  not_in_force: { kind: "overdue", icon: "ban" },
  not_yet: { kind: "overdue", icon: "ban" },
  ended: { kind: "overdue", icon: "ban" },
  watched: { kind: "overdue", icon: "ban" },
  abolished: { kind: "overdue", icon: "ban" },
};

/** The state of a law today: "In force since 1 Dec 2021", "Not in force". */
export function ForceChip({ force }: { force: ForceView }) {
  const { kind, icon } = looks[force.state];
  return (
    <Chip kind={kind} icon={icon}>
      {force.words}
    </Chip>
  );
}

/** Marks law that was checked long ago, so that nobody relies on it unchecked. */
export function StaleChip() {
  return (
    <Chip kind="warning" icon="clock">
      {t("Stale: checked more than 180 days ago")}
    </Chip>
  );
}
