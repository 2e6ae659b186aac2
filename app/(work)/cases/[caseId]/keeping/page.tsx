import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { checkErasure, readLiveErasure } from "@/lib/privacy/erasures/queries";
import { listHolds, listRestrictions } from "@/lib/privacy/holds/queries";

import { readCaseKeeping } from "@/lib/privacy/retention/queries";
import type { CaseKeeping } from "@/lib/privacy/retention/types";
import { ErasurePanel } from "../../../_components/erasure-panel";
import {
  liftHoldAction,
  liftRestrictionAction,
  placeHoldAction,
  placeRestrictionAction,
  postponeDecisionAction,
} from "../../../keeping/actions";
import { PlacedPanel } from "./_components/placed-panel";

export const metadata: Metadata = { title: t("Retention") };

const restrictionWords = {
  one: t("Restriction"),
  none: t(
    "Not restricted. While a case is restricted, everything is kept, nobody can change it, and no packet, document, folder or file of it leaves. Evidence and officers’ answers still come in, and danger can be recorded.",
  ),
  place: t("Restrict the case"),
  lift: t("Lift the restriction"),
  why: t("Why it is restricted"),
};

const holdWords = {
  one: t("Hold"),
  none: t("No hold. Place one when a court, police or a claim needs the file to stay."),
  place: t("Place a hold"),
  lift: t("Lift the hold"),
  why: t("Why it is held"),
};

export default async function CaseKeepingPage({ params }: PageProps<"/cases/[caseId]/keeping">) {
  const ctx = await requireCtx("record.erase");
  const { caseId } = await params;
  const { keeping, holds, restrictions, checks, live } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        keeping: readCaseKeeping(scoped, caseId),
        holds: listHolds(scoped, caseId),
        restrictions: listRestrictions(scoped, caseId),
        checks: checkErasure(scoped, "case", caseId),
        live: readLiveErasure(scoped, caseId),
      }),
    ),
  );
  const asks = await askedToConfirm(ctx, "erasure.release");
  return (
    <>
      <PageHead guide="hold-and-erase" title={t("Retention, holds and erasure")} level={2}>
        {t("How long this case is kept, what keeps it from being changed or erased, and erasing it.")}
      </PageHead>
      <ClockPanel caseId={caseId} keeping={keeping} />
      <PlacedPanel
        id="restriction"
        title={t("Restriction")}
        caseId={caseId}
        placed={restrictions}
        words={restrictionWords}
        actions={{ place: placeRestrictionAction, lift: liftRestrictionAction, liftField: "restrictionId" }}
      />
      <PlacedPanel
        id="hold"
        title={t("Legal hold")}
        caseId={caseId}
        placed={holds}
        words={holdWords}
        actions={{ place: placeHoldAction, lift: liftHoldAction, liftField: "holdId" }}
      />
      <ErasurePanel of="case" id={caseId} {...{ checks, live, asks }} me={ctx.actor.memberId} zone={officeZone()} />
    </>
  );
}

function ClockPanel({ caseId, keeping }: { caseId: string; keeping: CaseKeeping }) {
  if (!keeping.closedOn || !keeping.decideOn) {
    return (
      <Panel id="clock" title={t("Retention clock")}>
        <p className="muted">{t("The case is open. The clock begins on the day it is closed.")}</p>
      </Panel>
    );
  }
  return (
    <Panel id="clock" title={t("Retention clock")}>
      <Facts
        items={[
          { name: t("Closed on"), value: formatDate(keeping.closedOn) },
          { name: t("Retention is decided on"), value: formatDate(keeping.decideOn) },
          ...keeping.postponed.map((postponed, at) => ({
            name: `Put off ${keeping.postponed.length - at}`,
            value: `To ${formatDate(postponed.decideOn)} by ${postponed.by}: ${postponed.reason}`,
          })),
        ]}
      />
      <ActionForm action={postponeDecisionAction} label={t("Put the decision off")} prefix="postpone" whileRestricted>
        <input type="hidden" name="caseId" value={caseId} />
        <DateField name="decideOn" label={t("New day")} />
        <TextArea name="reason" label={t("Why it is kept longer")} rows={2} />
        <SubmitFoot variant="secondary" pendingText={t("Saving")}>
          {t("Put it off")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
