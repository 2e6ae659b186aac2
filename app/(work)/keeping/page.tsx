import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { reading } from "@/lib/kernel/access/query";
import { sourceNote } from "@/lib/law/jurisdictions/labels";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { formatDate } from "@/lib/platform/text/format";
import { addDays } from "@/lib/platform/time/calendar";
import { listErasures } from "@/lib/privacy/erasures/queries";
import { keepingLaw } from "@/lib/privacy/retention/labels";
import { listToDecide, readKeeping } from "@/lib/privacy/retention/queries";
import type { ToDecide } from "@/lib/privacy/retention/types";
import { ErasureLine } from "../_components/erasure-panel";

export const metadata: Metadata = { title: "Retention and erasure" };

/** How far ahead the list reaches, in days. */
const ahead = 30;

export default async function KeepingPage() {
  const ctx = await requireCtx("record.erase");
  const today = officeToday(ctx.now);
  const { keeping, decide, erasures } = await reading(ctx, async (scoped) => ({
    keeping: await readKeeping(scoped),
    decide: await listToDecide(scoped, addDays(today, ahead)),
    erasures: await listErasures(scoped),
  }));
  const asks = await askedToConfirm(ctx, "erasure.release");
  return (
    <Page>
      <PageHead title="Retention and erasure">
        {`A closed case is looked at again after ${keeping.years} years`}
        {keeping.ours ? " (our default, no legal force: an administrator sets it)" : ", as an administrator set it"}.
        Nothing is erased by itself. {keepingLaw.text} {sourceNote(keepingLaw)}
      </PageHead>
      <Panel id="decide" title="To decide" padded={false}>
        {decide.length === 0 ? (
          <EmptyState icon="check" title="Nothing to decide">
            {`A closed case shows here ${ahead} days before its day comes.`}
          </EmptyState>
        ) : (
          <Items items={decide.map((toDecide) => itemOf(toDecide, today))} />
        )}
      </Panel>
      <Panel id="erasures" title="Asked for">
        {erasures.length === 0 ? (
          <EmptyState icon="lock" title="Nobody asked yet">
            An erasure is asked for on the case or the client, under “Keeping, hold, erasing”.
          </EmptyState>
        ) : (
          erasures.map((view) => (
            <ErasureLine key={view.id} view={view} me={ctx.actor.memberId} asks={asks} zone={officeZone()} />
          ))
        )}
      </Panel>
    </Page>
  );
}

function itemOf(toDecide: ToDecide, today: string) {
  const due = toDecide.decideOn <= today;
  return {
    key: toDecide.caseId,
    href: `/cases/${toDecide.caseId}/keeping` as Route,
    title: `${toDecide.pseudonym}, ${toDecide.code}`,
    why: `Closed ${formatDate(toDecide.closedOn)}. To decide on ${formatDate(toDecide.decideOn)}.`,
    side: toDecide.held ? (
      <Chip kind="warning" icon="lock">
        Held
      </Chip>
    ) : toDecide.asked ? (
      <Chip kind="waiting" icon="hourglass">
        Erasure asked for
      </Chip>
    ) : (
      <Chip kind={due ? "overdue" : "plain"} icon={due ? "circle-alert" : "calendar-days"}>
        {due ? "Decide now" : "Soon"}
      </Chip>
    ),
  };
}
