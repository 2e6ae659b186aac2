import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
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
import { listApprovals } from "@/lib/oversight/my-work/queries";
import { kindLabels } from "@/lib/packets/packets/labels";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { countWaitingErasures } from "@/lib/privacy/erasures/queries";
import { AccessToDecide } from "./_components/access-to-decide";
import { UnreleasedPanel } from "./_components/unreleased-panel";

export const metadata: Metadata = { title: t("Approvals") };

export default async function ApprovalsPage({ searchParams }: PageProps<"/approvals">) {
  const ctx = await requireCtx("packet.decide");
  const { by } = await searchParams;
  const waiting = await listApprovals(ctx, typeof by === "string" ? by : undefined);
  const unreleased = by ? [] : await listUnreleased(ctx);
  const erasures = may(ctx.actor.role, "record.erase") ? await countWaitingErasures(ctx) : 0;
  const access = await listAccessToDecide(ctx);
  const asks = await askedToConfirm(ctx, "access.release");
  return (
    <Page>
      <PageHead title={t("Approvals")}>
        {t("What waits for a second person: people who get access to cases, and packets, the longest wait first.")}{" "}
        {by ? <PageLink href="/approvals">{t("Show everyone’s")}</PageLink> : null}
      </PageHead>
      {erasures > 0 ? (
        <Notice kind="warning" title={t("{erasures} to release or refuse", { erasures: plural(erasures, "erasure") })}>
          <PageLink href={"/keeping#erasures" as Route}>{t("Retention and erasure")}</PageLink>
        </Notice>
      ) : null}
      <AccessToDecide waiting={access} roleWords={roleLabels} zone={officeZone()} asks={asks} />
      <Panel label={t("Packets to approve")} padded={false}>
        {waiting.length === 0 ? (
          <EmptyState icon="check" title={t("Nothing waits for you")} level={2}>
            {t(
              "A packet shows here once it is built and its author has finished. Your own packets do not: another supervisor decides on those.",
            )}
          </EmptyState>
        ) : (
          <Items
            items={waiting.map((item) => ({
              key: item.id,
              href: `/packets/${item.id}` as Route,
              title: `${item.pseudonym}, ${kindLabels[item.kind] ?? "packet"}`,
              why: t("{code}. Drafted by {by}, built {at}. For: {receiver}.", {
                code: item.code,
                by: item.by,
                at: formatInstant(item.at, officeZone()),
                receiver: item.receiver,
              }),
              side: <Chip icon="stamp">{t("Version {version}", { version: item.version })}</Chip>,
            }))}
          />
        )}
      </Panel>
      {unreleased.length > 0 ? <UnreleasedPanel held={unreleased} /> : null}
    </Page>
  );
}
