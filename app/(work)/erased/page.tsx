import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeZone } from "@/lib/law/office/rules";
import { formatInstant } from "@/lib/platform/text/format";
import { groundLabels } from "@/lib/privacy/erasures/labels";
import { readTombstone } from "@/lib/privacy/erasures/queries";

export const metadata: Metadata = { title: "Erased" };

export default async function ErasedPage({ searchParams }: PageProps<"/erased">) {
  const ctx = await requireCtx("case.read");
  const { record } = await searchParams;
  const stone = typeof record === "string" ? await readTombstone(ctx, record) : null;
  if (!stone) notFound();
  return (
    <Page>
      <PageHead title={`${stone.of === "case" ? "Case" : "Client"} ${stone.code} was erased`}>
        Nothing of it can be read any more, by anybody. Only this is left.
      </PageHead>
      <Panel label="What is left">
        <Facts
          items={[
            { name: "Erased", value: formatInstant(stone.at, officeZone()) },
            { name: "Ground", value: groundLabels[stone.ground] },
            { name: "Asked for by", value: stone.askedBy },
            { name: "Released by", value: stone.releasedBy },
          ]}
        />
      </Panel>
    </Page>
  );
}
