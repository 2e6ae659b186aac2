import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { reading } from "@/lib/access/query";
import { askedToConfirm } from "@/lib/auth/confirm-person";
import { requireCtx } from "@/lib/auth/session";
import { checkErasure, readLiveErasure } from "@/lib/erasures/queries";
import { listHolds } from "@/lib/holds/queries";
import type { HoldView } from "@/lib/holds/types";
import { formatDate, formatInstant } from "@/lib/platform/format";
import { listRestrictions } from "@/lib/restrictions/queries";
import { readCaseKeeping } from "@/lib/retention/queries";
import type { CaseKeeping } from "@/lib/retention/types";
import { officeZone } from "@/lib/work/rules";
import { ErasurePanel } from "../../../_components/erasure-panel";
import { RestrictionPanel } from "../../../_components/restriction-panel";
import { liftHoldAction, placeHoldAction, postponeDecisionAction } from "../../../keeping/actions";

export const metadata: Metadata = { title: "Keeping" };

export default async function CaseKeepingPage({ params }: PageProps<"/cases/[caseId]/keeping">) {
  const ctx = await requireCtx("record.erase");
  const { caseId } = await params;
  const { keeping, holds, restrictions, checks, live } = await orNotFound(
    reading(ctx, async (scoped) => ({
      keeping: await readCaseKeeping(scoped, caseId),
      holds: await listHolds(scoped, caseId),
      restrictions: await listRestrictions(scoped, caseId),
      checks: await checkErasure(scoped, "case", caseId),
      live: await readLiveErasure(scoped, caseId),
    })),
  );
  const asks = await askedToConfirm(ctx, "erasure.release");
  return (
    <>
      <PageHead title="Keeping, hold, erasing" level={2}>
        How long this case is kept, what keeps it from being changed or erased, and erasing it.
      </PageHead>
      <ClockPanel caseId={caseId} keeping={keeping} />
      <RestrictionPanel caseId={caseId} restrictions={restrictions} />
      <HoldPanel caseId={caseId} holds={holds} />
      <ErasurePanel of="case" id={caseId} {...{ checks, live, asks }} me={ctx.actor.memberId} zone={officeZone()} />
    </>
  );
}

function ClockPanel({ caseId, keeping }: { caseId: string; keeping: CaseKeeping }) {
  if (!keeping.closedOn || !keeping.decideOn) {
    return (
      <Panel id="clock" title="Retention clock">
        <p className="muted">The case is open. The clock begins on the day it is closed.</p>
      </Panel>
    );
  }
  return (
    <Panel id="clock" title="Retention clock">
      <Facts
        items={[
          { name: "Closed on", value: formatDate(keeping.closedOn) },
          { name: "Keeping is decided on", value: formatDate(keeping.decideOn) },
          ...keeping.postponed.map((one, at) => ({
            name: `Put off ${keeping.postponed.length - at}`,
            value: `To ${formatDate(one.decideOn)} by ${one.by}: ${one.reason}`,
          })),
        ]}
      />
      <ActionForm action={postponeDecisionAction} label="Put the decision off" prefix="postpone" whileRestricted>
        <input type="hidden" name="caseId" value={caseId} />
        <DateField name="decideOn" label="New day" />
        <TextArea name="reason" label="Why it is kept longer" rows={2} />
        <FormFoot>
          <SubmitButton look="secondary" pendingText="Saving">
            Put it off
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}

function HoldPanel({ caseId, holds }: { caseId: string; holds: readonly HoldView[] }) {
  const live = holds.find((hold) => !hold.liftedAt);
  return (
    <Panel id="hold" title="Legal hold">
      {holds.length === 0 ? (
        <p className="muted">No hold. Place one when a court, police or a claim needs the file to stay.</p>
      ) : (
        <Facts items={holds.map((hold, at) => ({ name: `Hold ${holds.length - at}`, value: holdWords(hold) }))} />
      )}
      <ActionForm
        key={live?.id ?? "none"}
        action={live ? liftHoldAction : placeHoldAction}
        label={live ? "Lift the hold" : "Place a hold"}
        prefix="hold"
        whileRestricted
      >
        {live ? <input type="hidden" name="holdId" value={live.id} /> : null}
        {live ? null : <input type="hidden" name="caseId" value={caseId} />}
        <TextArea name="reason" label={live ? "Why it is lifted" : "Why it is held"} rows={2} />
        <FormFoot>
          <SubmitButton look="secondary" pendingText="Saving">
            {live ? "Lift the hold" : "Place a hold"}
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}

function holdWords({ reason, placedBy, placedAt, liftedAt, liftedBy, liftReason }: HoldView): string {
  const zone = officeZone();
  const placed = `${reason} (${placedBy}, ${formatInstant(placedAt, zone)})`;
  return liftedAt ? `${placed}. Lifted: ${liftReason} (${liftedBy}, ${formatInstant(liftedAt, zone)})` : placed;
}
