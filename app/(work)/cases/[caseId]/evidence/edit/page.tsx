import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { listNumberedExhibits, readCaptureChoices } from "@/lib/evidence/exhibits/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { FileClaims } from "../_components/file-claims";
import { readNumbers } from "../list-view";
import { captureOptions } from "../options";
import { EditForm } from "./_components/edit-form";
import { valuesOf } from "./shared-values";

export const metadata: Metadata = { title: t("Edit exhibits") };

/** The details that several exhibits share: five screenshots of one evening, with one account and one incident. */
export default async function EditExhibitsPage({ params, searchParams }: PageProps<"/cases/[caseId]/evidence/edit">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const numbers = readNumbers((await searchParams).n).slice(0, 100);
  const { found, exhibits, choices } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        exhibits: listNumberedExhibits(scoped, caseId, numbers),
        choices: readCaptureChoices(scoped, caseId),
      }),
    ),
  );
  const options = captureOptions(choices, playbookOf(found), ctx.now);
  const back = `/cases/${caseId}/evidence` as Route;
  return (
    <>
      <PageHead
        title={t("Edit {exhibits}", { exhibits: plural(exhibits.length, "exhibit") })}
        level={2}
        actions={
          <LinkButton href={back} icon="arrow-left">
            {t("All exhibits")}
          </LinkButton>
        }
      >
        {t("What you fill in here is saved on each of them. What you leave empty stays as it is.")}
      </PageHead>
      {exhibits.length === 0 ? (
        <Panel label={t("Exhibits")} padded={false}>
          <EmptyState icon="image" title={t("No exhibit is ticked")} level={2}>
            {t("Tick the exhibits on the Evidence page first.")}
          </EmptyState>
        </Panel>
      ) : (
        <div className="cols cols--main">
          <Panel label={t("Details")}>
            {found.closedAt ? null : <FileClaims caseId={caseId} exhibits={exhibits} zones={options.zones} />}
            <EditForm
              exhibitIds={exhibits.map(({ id }) => id)}
              hasFileTimes={exhibits.some(({ capturedAt, fileModifiedAt }) => !capturedAt && fileModifiedAt)}
              options={options}
              current={exhibits.map((exhibit) => valuesOf(exhibit, options))}
            />
          </Panel>
          <Panel title={t("Ticked exhibits")}>
            <ul className="stack stack--s">
              {exhibits.map(({ id, label, description }) => (
                <li key={id}>
                  <span className="strong">{label}</span> {description}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </>
  );
}
