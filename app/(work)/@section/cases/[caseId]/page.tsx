import { SideSection } from "@/app/_shell/side-section";
import { caseSections } from "@/app/(work)/cases/case-sections";
import { OnlyBelow } from "@/app/(work)/cases/only-below";
import { may } from "@/lib/access/roles";
import { readCtx } from "@/lib/auth/session";
import { readCaseHeader } from "@/lib/cases/queries";
import { countChargeGaps } from "@/lib/charges/queries";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { readCaseDesk } from "@/lib/work/read-case-desk";

/** The navigation of the open case in the side bar. It guards nothing: what may not be seen is simply not drawn. */
export default async function CaseSection({ params }: PageProps<"/cases/[caseId]">) {
  const { caseId } = await params;
  const ctx = await readCtx();
  if (!ctx || !isId(caseId) || !may(ctx.actor.role, "case.read")) return null;
  try {
    const header = await readCaseHeader(ctx, caseId);
    const gaps = header.counts.charges > 0 ? await countChargeGaps(ctx, caseId) : 0;
    return (
      <OnlyBelow path={`/cases/${caseId}`}>
        <SideSection
          label={`${header.pseudonym}, ${header.code}`}
          items={caseSections(header, gaps, await readCaseDesk(ctx, caseId))}
        />
      </OnlyBelow>
    );
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
