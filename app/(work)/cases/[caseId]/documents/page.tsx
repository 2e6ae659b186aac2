import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listFilled, listOffered } from "@/lib/documents/forms/queries";
import { listDocumentPage } from "@/lib/documents/papers/queries";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { readPage, withQuery } from "@/lib/platform/paging";
import { DocumentList } from "./_components/document-list";
import { DraftShelf } from "./_components/draft-shelf";
import { OfficialForms } from "./_components/official-forms";

export const metadata: Metadata = { title: t("Documents") };

export default async function DocumentsPage({ params, searchParams }: PageProps<"/cases/[caseId]/documents">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { page: asked } = await searchParams;
  const { documents, offered, filled } = await orNotFound(
    reading(ctx, async (scoped) => {
      const [documents, offered, filled] = await Promise.all([
        listDocumentPage(scoped, caseId, readPage(asked)),
        listOffered(scoped),
        listFilled(scoped, caseId),
      ]);
      return { documents, offered, filled };
    }),
  );
  const { groups, zone, ...list } = documents;
  return (
    <>
      <PageHead title={t("Documents")} level={2}>
        {t("Documents drafted from this case: statements, letters, complaints, notices and sheets to copy from")}
      </PageHead>
      <div className="cols cols--wide">
        {list.total > 0 ? (
          <DocumentList caseId={caseId} rows={list.rows} total={list.total} zone={zone}>
            <NumberedPager
              list={list}
              of={t("documents, newest first")}
              at={(page) => withQuery(`/cases/${caseId}/documents`, { page }) as Route}
            />
          </DocumentList>
        ) : (
          <section className="panel" aria-label={t("Documents of this case")}>
            <EmptyState icon="file-text" title={t("No document yet")}>
              {t(
                "Choose a document under “Draft a document”. It is filled in from the incidents, exhibits and numbers of this case, and you finish the text. Nothing is sent from here.",
              )}
            </EmptyState>
          </section>
        )}
        <div className="stack stack--l">
          <OfficialForms
            caseId={caseId}
            offered={offered}
            filled={filled}
            zone={zone}
            mayWrite={may(ctx.actor, "document.write")}
          />
          <DraftShelf caseId={caseId} groups={groups} />
        </div>
      </div>
    </>
  );
}
