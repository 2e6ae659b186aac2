import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listInbox } from "@/lib/handover/handovers/queries";
import { plural } from "@/lib/platform/text/format";
import { InboxList } from "./_components/inbox-list";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage() {
  const ctx = await requireCtx("handover.read");
  const items = await listInbox(ctx);
  const open = items.filter((item) => !item.acknowledgedAt && item.status !== "withdrawn").length;
  return (
    <>
      <PageHead title="Inbox">
        {open > 0 ? `${plural(open, "packet waits", "packets wait")} for your receipt` : "Every packet is acknowledged"}
      </PageHead>
      <Panel label="Packets handed to you" padded={false}>
        {items.length > 0 ? (
          <InboxList items={items} />
        ) : (
          <EmptyState icon="inbox" title="No packet yet" level={2}>
            When {ctx.orgName} hands a packet to you, it stands here with its number. Only packets for you are shown.
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
