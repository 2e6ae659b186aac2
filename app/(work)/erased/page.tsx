import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { groundLabels } from "@/lib/privacy/erasures/labels";
import { readTombstone } from "@/lib/privacy/erasures/queries";

export const metadata: Metadata = { title: t("Erased") };

export default async function ErasedPage({ searchParams }: PageProps<"/erased">) {
  const ctx = await requireCtx("case.read");
  const { record } = await searchParams;
  const stone = typeof record === "string" ? await readTombstone(ctx, record) : null;
  if (!stone) notFound();
  return (
    <Page>
      <PageHead
        title={t("{value} {code} was erased", {
          value: stone.of === "case" ? t("Case") : t("Client"),
          code: stone.code,
        })}
      >
        {t("Nobody can read any of it any more. Only this is left.")}
      </PageHead>
      <Panel label={t("What is left")}>
        <Facts
          items={[
            { name: t("Erased"), value: formatInstant(stone.at, officeZone()) },
            { name: t("Ground"), value: groundLabels[stone.ground] },
            { name: t("Asked for by"), value: stone.askedBy },
            { name: t("Released by"), value: stone.releasedBy },
          ]}
        />
      </Panel>
    </Page>
  );
}
