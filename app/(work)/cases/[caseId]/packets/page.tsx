import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { pageOf, readPage, withQuery } from "@/lib/platform/paging";
import { KindsToDraft } from "./_components/kinds-to-draft";
import { PacketVersions } from "./_components/packet-versions";

export const metadata: Metadata = { title: t("Packets") };

export default async function CasePacketsPage({ params, searchParams }: PageProps<"/cases/[caseId]/packets">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const asked = readPage((await searchParams).page);
  const { rows, zone } = await orNotFound(listCasePackets(ctx, caseId));
  const list = pageOf(rows, asked);
  const codes = [...new Set(list.rows.map((row) => row.code))];
  const newest = (code: string) => Math.max(...rows.filter((row) => row.code === code).map((row) => row.version));
  const missing = packetKindKeys.filter((key) => !rows.some((row) => row.kind === key));
  const draft = (
    <UnlessFrozen what={t("Drafting a packet")}>
      <LinkButton variant="primary" icon="plus" href={`/cases/${caseId}/packets/new` as Route}>
        {t("Draft a packet")}
      </LinkButton>
    </UnlessFrozen>
  );
  return (
    <>
      <PageHead guide="build-a-packet" title={t("Packets")} level={2} actions={rows.length > 0 ? draft : null}>
        {t("What leaves this case for police and prosecutors, and who holds which version")}
      </PageHead>
      {codes.map((code) => (
        <PacketVersions
          key={code}
          caseId={caseId}
          code={code}
          rows={list.rows.filter((row) => row.code === code)}
          newest={newest(code)}
          zone={zone}
        />
      ))}
      <NumberedPager
        list={list}
        of={t("versions, newest first")}
        at={(page) => withQuery(`/cases/${caseId}/packets`, { page }) as Route}
      />
      {rows.length > 0 && missing.length > 0 ? <KindsToDraft caseId={caseId} kinds={missing} /> : null}
      {rows.length === 0 ? (
        <section className="panel" aria-label={t("Packets")}>
          <EmptyState icon="package" title={t("No packet yet")} action={draft}>
            {t(
              "A packet is a numbered bundle for one receiver: the facts, what is requested, and the exhibits. It is built from the current state of the case, and a second person approves it.",
            )}
          </EmptyState>
        </section>
      ) : null}
    </>
  );
}
