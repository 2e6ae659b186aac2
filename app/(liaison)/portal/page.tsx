import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listInbox } from "@/lib/handover/handovers/queries";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { InboxList } from "./_components/inbox-list";

export const metadata: Metadata = { title: t("Inbox") };

export default async function InboxPage() {
  const ctx = await requireCtx("handover.read");
  const items = await listInbox(ctx);
  const open = items.filter((item) => !item.acknowledgedAt && item.status !== "withdrawn").length;
  return (
    <>
      <PageHead guide="receive-a-packet" title={t("Inbox")}>
        {open > 0
          ? t("{open} to be acknowledged", { open: plural(open, "packet waits", "packets wait") })
          : t("Every packet is acknowledged")}
      </PageHead>
      <Panel label={t("Packets handed to you")} padded={false}>
        {items.length > 0 ? (
          <InboxList items={items} />
        ) : (
          <EmptyState icon="inbox" title={t("No packet yet")} level={2}>
            {t(
              "When {orgName} hands a packet to you, it appears here with its number. Only packets for you are shown.",
              { orgName: ctx.orgName },
            )}
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
