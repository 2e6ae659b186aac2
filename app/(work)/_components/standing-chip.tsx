import { Chip, type ChipKind } from "@/app/_ui/chip";
import { standingLabels } from "@/lib/organisation/bodies/labels";
import type { Standing } from "@/lib/organisation/bodies/types";

const kinds: Record<Standing, ChipKind> = {
  confirmed: "done",
  unconfirmed: "plain",
  lapsed: "warning",
  reported: "warning",
  retired: "plain",
};

/** Whether the organisation has confirmed an entry of the directory, and still can rely on that. */
export function StandingChip({ standing }: { standing: Standing }) {
  return <Chip kind={kinds[standing]}>{standingLabels[standing]}</Chip>;
}
