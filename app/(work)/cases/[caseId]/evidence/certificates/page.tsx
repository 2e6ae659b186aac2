import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readCertificateDesk } from "@/lib/documents/certificates/queries";
import { t } from "@/lib/platform/language/translate";
import { readPage, sliceOf, withQuery } from "@/lib/platform/paging";
import { CertificateForm } from "./_components/certificate-form";
import { CertificateGaps } from "./_components/certificate-gaps";

export const metadata: Metadata = { title: t("Certificates") };

export default async function CertificatesPage({
  params,
  searchParams,
}: PageProps<"/cases/[caseId]/evidence/certificates">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const asked = readPage((await searchParams).page);
  const { choices, candidates, drafted } = await orNotFound(readCertificateDesk(ctx, caseId));
  const ready = candidates.filter((candidate) => candidate.gaps.length === 0);
  const waiting = candidates.filter((candidate) => candidate.gaps.length > 0);
  const gaps = sliceOf(asked, waiting.length);
  return (
    <>
      <PageHead title={t("Certificates")} level={2}>
        {rich("Drafted from the custody ledger, with blanks for what a person must attest. <link>All exhibits</link>", {
          link: (words) => <PageLink href={`/cases/${caseId}/evidence`}>{words}</PageLink>,
        })}
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <Panel title={t("Draft a certificate")} id="draft">
            {ready.length === 0 || choices.length === 0 ? (
              <EmptyState icon="stamp" title={t("Nothing can be certified yet")}>
                {t(
                  "An exhibit needs its method, its device, its time with the clock it was read from, and a hash that was computed again.",
                )}
              </EmptyState>
            ) : (
              <CertificateForm caseId={caseId} choices={choices} ready={ready} />
            )}
          </Panel>
          <CertificateGaps caseId={caseId} waiting={waiting.slice(gaps.offset, gaps.offset + gaps.limit)}>
            <NumberedPager
              list={{ page: gaps.page, total: waiting.length }}
              of={t("exhibits that are not ready")}
              at={(page) => withQuery(`/cases/${caseId}/evidence/certificates`, { page }) as Route}
            />
          </CertificateGaps>
        </div>
        <Panel title={t("Drafted")} id="drafted">
          {drafted.length === 0 ? <p className="muted">{t("No certificate has been drafted on this case.")}</p> : null}
          {drafted.map(({ id, code, title, state }) => (
            <p key={id}>
              <PageLink href={`/cases/${caseId}/documents/${id}` as Route}>
                {code}, {title}
              </PageLink>
              <span className="small muted"> {state}</span>
            </p>
          ))}
        </Panel>
      </div>
    </>
  );
}
