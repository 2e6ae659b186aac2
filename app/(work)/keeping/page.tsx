import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { sourceNote } from "@/lib/law/jurisdictions/labels";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { addDays } from "@/lib/platform/time/calendar";
import { listErasures } from "@/lib/privacy/erasures/queries";
import { keepingLaw } from "@/lib/privacy/retention/labels";
import { listToDecide, readKeeping } from "@/lib/privacy/retention/queries";
import type { ToDecide } from "@/lib/privacy/retention/types";
import { ErasureLine } from "../_components/erasure-panel";

export const metadata: Metadata = { title: t("Retention and erasure") };

/** How far ahead the list reaches, in days. */
const ahead = 30;

export default async function KeepingPage() {
  const ctx = await requireCtx("record.erase");
  const today = officeToday(ctx.now);
  const { keeping, decide, erasures } = await reading(ctx, (scoped) =>
    readAll({
      keeping: readKeeping(scoped),
      decide: listToDecide(scoped, addDays(today, ahead)),
      erasures: listErasures(scoped),
    }),
  );
  const asks = await askedToConfirm(ctx, "erasure.release");
  return (
    <Page>
      <PageHead guide="hold-and-erase" title={t("Retention and erasure")}>
        {t("{value}{value2}. Nothing is erased automatically. {text} {keepingLaw}", {
          value: t("A closed case is looked at again after {years} years", { years: keeping.years }),
          value2: keeping.ours
            ? t(" (our default, no legal force: an administrator sets it)")
            : t(", as an administrator set it"),
          text: keepingLaw.text,
          keepingLaw: sourceNote(keepingLaw),
        })}
      </PageHead>
      <Panel id="decide" title={t("To decide")} padded={false}>
        {decide.length === 0 ? (
          <EmptyState icon="check" title={t("Nothing to decide")}>
            {t("A closed case shows here {ahead} days before its day comes.", { ahead })}
          </EmptyState>
        ) : (
          <Items items={decide.map((toDecide) => itemOf(toDecide, today))} />
        )}
      </Panel>
      <Panel id="erasures" title={t("Asked for")}>
        {erasures.length === 0 ? (
          <EmptyState icon="lock" title={t("No requests yet")}>
            {t("An erasure is asked for on the case or the client, under “Keeping, hold, erasing”.")}
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
    why: t("Closed {closedOn}. To decide on {decideOn}.", {
      closedOn: formatDate(toDecide.closedOn),
      decideOn: formatDate(toDecide.decideOn),
    }),
    side: toDecide.held ? (
      <Chip kind="warning" icon="lock">
        {t("Held")}
      </Chip>
    ) : toDecide.asked ? (
      <Chip kind="waiting" icon="hourglass">
        {t("Erasure asked for")}
      </Chip>
    ) : (
      <Chip kind={due ? "overdue" : "plain"} icon={due ? "circle-alert" : "calendar-days"}>
        {due ? t("Decide now") : t("Soon")}
      </Chip>
    ),
  };
}
