import { orErased } from "@/app/_shell/or-erased";
import { orNotFound } from "@/app/_shell/or-not-found";
import { CaseFrame } from "@/app/(work)/_components/case-frame";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { noteView } from "@/lib/kernel/audit/note-view";

/** The top of every page of a case. What this person may not see is a 404, whole. */
export default async function CaseLayout({ children, params }: LayoutProps<"/cases/[caseId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const top = await orNotFound(orErased(ctx, caseId, readCaseTop(ctx, caseId)));
  await noteView(ctx, { action: "case.viewed", subjectId: caseId, caseId });
  return (
    <CaseFrame ctx={ctx} caseId={caseId} top={top}>
      {children}
    </CaseFrame>
  );
}
