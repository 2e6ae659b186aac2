import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { IconName } from "@/app/_ui/icon-names";
import { stateLabels } from "@/lib/documents/papers/labels";
import type { DocumentRow } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const looks: Record<DocumentRow["state"], { kind: ChipKind; icon: IconName }> = {
  draft: { kind: "plain", icon: "pencil" },
  final: { kind: "info", icon: "lock" },
  sworn: { kind: "done", icon: "stamp" },
  withdrawn: { kind: "line", icon: "ban" },
};

/** The state of a document, and when it was sent. */
export function DocumentChip({ row }: { row: Pick<DocumentRow, "state" | "sentOn"> }) {
  const { kind, icon } = looks[row.state];
  if (row.sentOn && row.state !== "withdrawn") {
    return (
      <Chip kind="done" icon="send">
        {t("{stateLabels}, sent {sentOn}", { stateLabels: stateLabels[row.state], sentOn: formatDate(row.sentOn) })}
      </Chip>
    );
  }
  return (
    <Chip kind={kind} icon={icon}>
      {stateLabels[row.state]}
    </Chip>
  );
}
