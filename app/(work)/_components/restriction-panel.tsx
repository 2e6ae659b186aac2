import { TextArea } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { formatInstant } from "@/lib/platform/format";
import type { RestrictionView } from "@/lib/restrictions/types";
import { officeZone } from "@/lib/work/rules";
import { liftRestrictionAction, placeRestrictionAction } from "../requests/actions";

type Props = { caseId: string; restrictions: readonly RestrictionView[] };

/** Restricts a case, or lifts that; with who did so before and why. */
export function RestrictionPanel({ caseId, restrictions }: Props) {
  const live = restrictions.find((one) => !one.liftedAt);
  return (
    <Panel id="restriction" title="Restriction">
      {restrictions.length === 0 ? (
        <p className="muted">
          Not restricted. While a case is, everything is kept, nobody changes it, and no packet, paper, folder or file
          of it leaves. Evidence and answers of officers still come in, and danger can be noted.
        </p>
      ) : (
        <Facts
          items={restrictions.map((one, at) => ({
            name: `Restriction ${restrictions.length - at}`,
            value: wordsOf(one),
          }))}
        />
      )}
      <ActionForm
        key={live?.id ?? "none"}
        action={live ? liftRestrictionAction : placeRestrictionAction}
        label={live ? "Lift the restriction" : "Restrict the case"}
        prefix="restriction"
        whileRestricted
      >
        {live ? <input type="hidden" name="restrictionId" value={live.id} /> : null}
        {live ? null : <input type="hidden" name="caseId" value={caseId} />}
        <TextArea name="reason" label={live ? "Why it is lifted" : "Why it is restricted"} rows={2} />
        <FormFoot>
          <SubmitButton look="secondary" pendingText="Saving">
            {live ? "Lift the restriction" : "Restrict the case"}
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}

function wordsOf({ reason, placedBy, placedAt, liftedAt, liftedBy, liftReason }: RestrictionView): string {
  const zone = officeZone();
  const placed = `${reason} (${placedBy}, ${formatInstant(placedAt, zone)})`;
  return liftedAt ? `${placed}. Lifted: ${liftReason} (${liftedBy}, ${formatInstant(liftedAt, zone)})` : placed;
}
