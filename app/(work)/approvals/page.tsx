import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { listUnreleased } from "@/lib/handover/recalls/queries";
import { may, roleLabels } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { listAccessToDecide } from "@/lib/organisation/access-changes/queries";
import { countRolesToDecide } from "@/lib/organisation/roles/queries";
import { listApprovals, readLinksToRelease } from "@/lib/oversight/my-work/queries";
import { listApprovalBriefs } from "@/lib/packets/packets/list-approval-briefs";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { countWaitingErasures } from "@/lib/privacy/erasures/queries";
import { approvalLine, releaseLine } from "../_components/ask-lines";
import { AccessToDecide } from "./_components/access-to-decide";
import { UnreleasedPanel } from "./_components/unreleased-panel";

export const metadata: Metadata = { title: t("Approvals") };

export default async function ApprovalsPage({ searchParams }: PageProps<"/approvals">) {
  const ctx = await requireCtx("packet.decide");
  const { by } = await searchParams;
  const waiting = await listApprovals(ctx, typeof by === "string" ? by : undefined);
  const briefs = await listApprovalBriefs(
    ctx,
    waiting.map(({ id }) => id),
  );
  const links = by ? { items: [] } : await readLinksToRelease(ctx);
  const zone = officeZone();
  const unreleased = by ? [] : await listUnreleased(ctx);
  const erasures = may(ctx.actor, "record.erase") ? await countWaitingErasures(ctx) : 0;
  const roles = may(ctx.actor, "roles.decide") ? await countRolesToDecide(ctx) : 0;
  const access = by ? [] : await listAccessToDecide(ctx);
  const asks = await askedToConfirm(ctx, "access.release");
  return (
    <Page>
      <PageHead guide="approve-a-packet" title={t("Approvals")}>
        {t("What waits for a second person: people who get access to cases, and packets, the longest wait first.")}{" "}
        {by ? <PageLink href="/approvals">{t("Show everyone’s")}</PageLink> : null}
      </PageHead>
      {erasures > 0 ? (
        <Notice kind="warning" title={t("{erasures} to release or refuse", { erasures: plural(erasures, "erasure") })}>
          <PageLink href={"/keeping#erasures" as Route}>{t("Retention and erasure")}</PageLink>
        </Notice>
      ) : null}
      {roles > 0 ? (
        <Notice
          kind="warning"
          title={t("{changes} to confirm or refuse", { changes: plural(roles, "change of roles", "changes of roles") })}
        >
          <PageLink href={"/admin/roles#waiting" as Route}>{t("Roles")}</PageLink>
        </Notice>
      ) : null}
      <AccessToDecide waiting={access} roleWords={roleLabels} zone={zone} asks={asks} />
      <Panel label={t("Packets to approve")} padded={false}>
        {waiting.length === 0 ? (
          <EmptyState icon="check" title={t("Nothing waits for you")} level={2}>
            {t(
              "A packet shows here once it is built and its author has finished. Your own packets do not: another supervisor decides on those.",
            )}
          </EmptyState>
        ) : (
          <Items items={waiting.map((item) => approvalLine(item, briefs, zone))} />
        )}
      </Panel>
      {links.items.length > 0 ? (
        <Panel id="links" title={t("Links to release")} padded={false}>
          <Items items={links.items.map((item) => releaseLine(item, zone))} />
        </Panel>
      ) : null}
      {unreleased.length > 0 ? <UnreleasedPanel held={unreleased} /> : null}
    </Page>
  );
}
