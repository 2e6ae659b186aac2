import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { RecordVersions } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { CorrectReference, WithdrawForm } from "@/app/(work)/cases/[caseId]/references/_components/correct-reference";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { findCase } from "@/lib/casework/cases/access";
import { getReference, listProofs } from "@/lib/casework/references/queries";
import { ladderOf, playbookOf } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { ReferenceFacts } from "./_components/reference-facts";
import { ReferenceHistory } from "./_components/reference-history";
import { ReferenceSteps } from "./_components/reference-steps";
import { ReferenceWarnings } from "./_components/reference-warnings";
import { SecretSlot } from "./_components/secret-slot";

export const metadata: Metadata = { title: t("Reference") };

export default async function ReferencePage({ params }: PageProps<"/cases/[caseId]/references/[referenceId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, referenceId } = await params;
  const { row, ladder, proofs, law, playbook, versions } = await orNotFound(
    reading(ctx, async (scoped) => {
      const found = await findCase(scoped, caseId);
      const referencePage = await getReference(scoped, referenceId);
      if (referencePage.caseId !== caseId) throw new AppError("not_found", t("No such reference."));
      const laid = await readLaw(scoped);
      return readAll({
        row: referencePage,
        law: laid,
        playbook: playbookOf(found, laid),
        ladder: ladderOf(scoped, found),
        proofs: listProofs(scoped, caseId),
        versions: readRecordVersions(scoped, [referenceId]),
      });
    }),
  );
  const kind = findReferenceKind(row.kind, law);
  const waiting = row.state === "not_yet_issued" && !row.withdrawn;
  const steps = Object.values(playbook.steps).filter((step) => step.produces.references.includes(row.kind));
  const views = ladder.levels.flatMap((level) => level.rows.flatMap((line) => [line.home, line.there]));
  const at = `/cases/${caseId}/references` as Route;
  return (
    <>
      <PageHead
        title={row.display && row.display.length <= 80 ? row.display : row.label}
        level={2}
        actions={
          <LinkButton href={at} icon="arrow-left">
            {t("All references")}
          </LinkButton>
        }
      >
        {row.display && row.display.length <= 80 ? row.label : null}
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <ReferenceWarnings row={row} />
          <ReferenceFacts row={row} kind={kind} zone={playbook.home.zone} caseId={caseId} />
          <ReferenceHistory row={row} zone={playbook.home.zone} />
        </div>
        <div className="stack stack--l">
          <ReferenceSteps
            caseId={caseId}
            counts={row.counts}
            steps={steps.flatMap((step) => views.find((view) => view?.key === step.key) ?? [])}
          />
          <SecretSlot
            referenceId={row.id}
            secrets={row.secrets}
            mayAdd={!row.withdrawn}
            confirm={row.secrets.length > 0 ? await askedToConfirm(ctx, "reference.reveal_secret") : "none"}
          />
          {row.withdrawn ? null : (
            <Panel title={waiting ? t("It came") : t("Correct")} id="mend" padded={false}>
              <Disclosure label={waiting ? t("Write the number in") : t("Correct it")} open={waiting}>
                <RecordVersions versions={versions} zone={playbook.home.zone}>
                  <CorrectReference
                    id={row.id}
                    waiting={waiting}
                    needsStation={kind?.parser.shape === "station_serial"}
                    proofs={proofs}
                  />
                </RecordVersions>
              </Disclosure>
              <Disclosure label={t("Withdraw it")}>
                <WithdrawForm id={row.id} />
              </Disclosure>
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
