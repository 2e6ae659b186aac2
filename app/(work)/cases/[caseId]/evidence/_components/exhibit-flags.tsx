import { Chip } from "@/app/_ui/chip";
import { flagLabels } from "@/lib/evidence/labels";
import type { ExhibitView } from "@/lib/evidence/types";

/** What an exhibit still needs, then what is in order. */
export function ExhibitFlags({ exhibit }: { exhibit: ExhibitView }) {
  const { flags, incidents, look, hashCheckedAt } = exhibit;
  return (
    <div className="row row--chips">
      {flags.map((flag) => (
        <Chip
          key={flag}
          kind={flag === "needs_account_id" ? "overdue" : "warning"}
          icon={flag === "needs_time" ? "clock" : flag === "needs_url" ? "link" : "circle-alert"}
        >
          {flagLabels[flag]}
        </Chip>
      ))}
      {incidents.length === 0 ? (
        <Chip kind="warning" icon="link">
          No incident
        </Chip>
      ) : null}
      {look === null ? <Chip kind="waiting">Being looked into</Chip> : null}
      {hashCheckedAt ? (
        <Chip kind="done" icon="fingerprint">
          Hash checked
        </Chip>
      ) : null}
    </div>
  );
}
