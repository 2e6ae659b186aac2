import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/session";
import { kindLabels } from "@/lib/packets/labels";
import { formatInstant } from "@/lib/platform/format";
import { listApprovals } from "@/lib/work/queries";
import { officeZone } from "@/lib/work/rules";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ searchParams }: PageProps<"/approvals">) {
  const ctx = await requireCtx("packet.decide");
  const { by } = await searchParams;
  const waiting = await listApprovals(ctx, typeof by === "string" ? by : undefined);
  return (
    <Page>
      <PageHead title="Approvals">
        Packets that wait for a second person, the longest wait first.{" "}
        {by ? <PageLink href="/approvals">Those of everybody</PageLink> : null}
      </PageHead>
      <Panel label="Packets to approve" padded={false}>
        {waiting.length === 0 ? (
          <EmptyState icon="check" title="Nothing waits for you" level={2}>
            A packet shows here once it is built and its author has finished. Your own packets do not: another
            supervisor decides on those.
          </EmptyState>
        ) : (
          <Items
            items={waiting.map((item) => ({
              key: item.id,
              href: `/packets/${item.id}` as Route,
              title: `${item.pseudonym}, ${kindLabels[item.kind] ?? "packet"}`,
              why: `${item.code}. Drafted by ${item.by}, built ${formatInstant(item.at, officeZone())}. For: ${item.receiver}.`,
              side: <Chip icon="stamp">Version {item.version}</Chip>,
            }))}
          />
        )}
      </Panel>
    </Page>
  );
}
