import { Chip } from "@/app/_ui/chip";
import { flagLabels, sensitivityLabels } from "@/lib/evidence/labels";
import type { ExhibitMarks, ExhibitView } from "@/lib/evidence/types";

type Props = { exhibit: ExhibitView; marks?: ExhibitMarks; twin?: string };

/** What an exhibit still needs, then what is in order. `twin`: an earlier exhibit with the same bytes. */
export function ExhibitFlags({ exhibit, marks, twin }: Props) {
  const { flags, incidents, look, sensitivity } = exhibit;
  return (
    <div className="row row--chips">
      {flags.map((flag) => (
        <Chip
          key={flag}
          kind={flag === "needs_account_id" ? "overdue" : "warning"}
          icon={flag === "needs_time" ? "clock" : flag === "needs_url" ? "link" : "circle-alert"}
        >
          {flag === "needs_time" ? "Time zone?" : flagLabels[flag]}
        </Chip>
      ))}
      {incidents.length === 0 ? (
        <Chip kind="warning" icon="link">
          No incident
        </Chip>
      ) : null}
      {twin ? (
        <Chip kind="warning" icon="copy">
          Same bytes as {twin}
        </Chip>
      ) : null}
      {sensitivity === "ordinary" ? null : <Chip icon="eye-off">{sensitivityLabels[sensitivity]}</Chip>}
      {look === null ? <Chip kind="waiting">Being looked into</Chip> : null}
      <InOrder exhibit={exhibit} marks={marks} />
    </div>
  );
}

function InOrder({ exhibit: { hashCheckedAt }, marks }: Pick<Props, "exhibit" | "marks">) {
  return (
    <>
      {hashCheckedAt ? (
        <Chip kind="done" icon="fingerprint">
          Hash checked
        </Chip>
      ) : null}
      {marks?.stamped === "held" ? (
        <Chip kind="done" icon="stamp">
          Time stamped
        </Chip>
      ) : null}
      {marks?.stamped === "pending" ? <Chip kind="waiting">Time stamp pending</Chip> : null}
      {marks?.masked ? <Chip icon="eye-off">Masked copy</Chip> : null}
      {marks?.packetVersion ? <Chip icon="package">In packet v{marks.packetVersion}</Chip> : null}
    </>
  );
}
