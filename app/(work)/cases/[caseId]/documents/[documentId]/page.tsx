import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { Kept } from "@/app/(work)/_components/kept";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { listStatementAnswers } from "@/lib/client/papers/queries";
import { compareVersions, readDocument } from "@/lib/documents/papers/queries";
import { opensOf } from "@/lib/documents/papers/rules";
import type { DocumentPage } from "@/lib/documents/papers/types";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { DocumentChip } from "../_components/document-chip";
import { GapList } from "../_components/gap-list";
import { PaperView } from "../_components/paper-view";
import { SheetView } from "../_components/sheet-view";
import { TemplateSources } from "../_components/template-sources";
import { AnswerPanel } from "./_components/answer-panel";
import { Editor } from "./_components/editor";
import { StatePanel } from "./_components/state-panel";
import { ComparisonPanel, VersionPanel } from "./_components/version-panel";

/** Somebody looking over a shoulder can read a tab title: it names no person and no kind of document. */
export const metadata: Metadata = { title: t("Document") };

type Props = PageProps<"/cases/[caseId]/documents/[documentId]">;

export default async function DocumentPageView({ params, searchParams }: Props) {
  const ctx = await requireCtx("case.read");
  const { caseId, documentId } = await params;
  const { edit, from, to } = await searchParams;
  if (!may(ctx.actor, "paper.read")) return <Kept what={t("Document")} />;
  const { page, exhibits, comparison, answers } = await orNotFound(
    reading(ctx, async (scoped) => {
      const page = await readDocument(scoped, caseId, documentId);
      const exhibits = await listExhibitChoices(scoped, caseId);
      const two = [Number(from), Number(to)] as const;
      const comparison = two.every(Number.isInteger) ? await compareVersions(scoped, documentId, ...two) : null;
      const answers = await listStatementAnswers(scoped, caseId, documentId);
      return { page, exhibits, comparison, answers };
    }),
  );
  const mayWrite = may(ctx.actor, "document.write");
  const editing = edit !== undefined && mayWrite && page.row.state === "draft";
  const opens = mayWrite && page.row.state === "draft" && page.template && opensOf(page.template).length > 0;
  const confirm = opens ? await askedToConfirm(ctx, "document.draft") : null;
  const base = `/cases/${caseId}/documents/${documentId}`;
  return (
    <>
      <Breadcrumb items={[{ label: t("Documents"), href: `/cases/${caseId}/documents` as Route }]} />
      <PageHead
        title={`${page.row.code} ${page.row.title}`}
        level={2}
        actions={<HeadActs page={page} base={base} editing={editing} />}
      >
        <DocumentChip row={page.row} />
      </PageHead>
      {comparison ? <ComparisonPanel comparison={comparison} base={base} /> : null}
      <div className="cols cols--wide">
        {editing ? <Editor page={page} base={base} /> : <Reading page={page} />}
        <div className="stack stack--l">
          <StatePanel page={page} exhibits={exhibits} mayWrite={mayWrite && !editing} confirm={confirm} />
          {editing || page.row.state !== "draft" ? null : (
            <GapList gaps={page.gaps} editHref={mayWrite ? `${base}?edit` : null} />
          )}
          <AnswerPanel caseId={caseId} answers={answers} page={page} />
          <VersionPanel versions={page.versions} zone={page.zone} base={base} documentId={documentId} />
          {page.template ? <TemplateSources template={page.template} /> : null}
        </div>
      </div>
    </>
  );
}

function HeadActs({ page, base, editing }: { page: DocumentPage; base: string; editing: boolean }) {
  if (page.row.state !== "draft") return null;
  return (
    <LinkButton
      variant={editing ? "secondary" : "primary"}
      icon={editing ? "eye" : "pencil"}
      href={(editing ? base : `${base}?edit`) as Route}
    >
      {editing ? t("Back to reading") : t("Edit the words")}
    </LinkButton>
  );
}

function Reading({ page }: { page: DocumentPage }) {
  return (
    <div className="stack">
      {page.template && !page.template.sendableByUs ? (
        <Notice icon="lock" title={t("For the officer to send")}>
          {page.template.whoMaySend}
        </Notice>
      ) : null}
      {page.template?.form === "sheet" ? <SheetView page={page} /> : <PaperView page={page} />}
    </div>
  );
}
