import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Kept } from "@/app/(work)/_components/kept";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { listPlanVersions } from "@/lib/casework/safety/plans/queries";
import { listDeviceChecks } from "@/lib/casework/safety/technology/queries";
import { playbookOf, readCaseClocks } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { may } from "@/lib/kernel/access/roles";
import { emergencyLines } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { ClientSheet } from "../_components/client-sheet";
import { SafetyHead } from "../_components/safety-head";
import { SheetForm } from "../_components/sheet-form";
import { readSheetChoice } from "./sheet-choice";

/** The name of the printed file too, so it is plain. */
export const metadata: Metadata = { title: { absolute: t("Notes") } };

/** The page that a client takes along: only the sheet is printed, with nothing of ours around it. */
export default async function SafetyPrintPage({ params, searchParams }: PageProps<"/cases/[caseId]/safety/print">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const choice = readSheetChoice(await searchParams);
  const { found, versions, checks, clocks } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      return readAll({
        found: row,
        versions: listPlanVersions(scoped, caseId),
        checks: listDeviceChecks(scoped, caseId),
        clocks: readCaseClocks(scoped, [row]).then((read) => read.get(row.id) ?? []),
      });
    }),
  );
  if (!may(ctx.actor, "field.safety"))
    return (
      <>
        <SafetyHead caseId={caseId} current="print" />
        <Kept what={t("Safety plan")} />
      </>
    );
  const toDo = checks.flatMap(({ item, state }) => (state === "to_do" ? [item.plain] : []));
  return (
    <>
      <SafetyHead caseId={caseId} current="print" />
      <div className="cols cols--wide">
        <ClientSheet
          sections={choice.sections}
          entries={versions[0]?.entries ?? []}
          steps={choice.steps ? toDo : []}
          help={emergencyLines([playbookOf(found)])}
          organisation={choice.organisation ? ctx.orgName : null}
          reviewOn={clocks.find(({ path }) => path === "/safety")?.dueOn ?? null}
        />
        <SheetForm caseId={caseId} choice={choice} />
      </div>
    </>
  );
}
