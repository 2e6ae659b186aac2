import { SideSection } from "@/app/_shell/side-section";
import { caseSections } from "@/app/(work)/cases/case-sections";
import { OnlyBelow } from "@/app/(work)/cases/only-below";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { readCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** The navigation of the open case in the side bar. It guards nothing: what may not be seen is simply not rendered. */
export default async function CaseSection({ params }: PageProps<"/cases/[caseId]">) {
  const { caseId } = await params;
  const ctx = await readCtx();
  if (!ctx || !isId(caseId) || !may(ctx.actor, "case.read")) return null;
  try {
    const { header, gaps, desk } = await readCaseTop(ctx, caseId);
    return (
      <OnlyBelow path={`/cases/${caseId}`}>
        <SideSection label={`${header.pseudonym}, ${header.code}`} items={caseSections(header, gaps, desk)} />
      </OnlyBelow>
    );
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
