import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { Kept } from "@/app/(work)/_components/kept";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { listCharges, listChargeWarnings, readChargeChoices, readConsideration } from "@/lib/casework/charges/queries";
import type { ChargeChoices, ChargeView } from "@/lib/casework/charges/types";
import { pickExhibits, pickIncidents, readCodes } from "@/lib/casework/incidents/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { may } from "@/lib/kernel/access/roles";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { ActList } from "./_components/act-list";
import { ChargePanel } from "./_components/charge-panel";
import { ConsiderationPanel } from "./_components/consideration-panel";
import { NameChargeForm } from "./_components/name-charge-form";
import { RefusedLaw } from "./_components/refused-law";
import { WarningsPanel } from "./_components/warnings-panel";

export const metadata: Metadata = { title: t("Charges") };

export default async function ChargesPage({ params, searchParams }: PageProps<"/cases/[caseId]/charges">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { tie, part, add } = await searchParams;
  const start = typeof add === "string" ? add : undefined;
  const { found, charges, choices, consideration, warnings, incidents, facts } = await orNotFound(
    reading(ctx, async (scoped) => {
      const named = await listCharges(scoped, caseId);
      const shown = named.find((charge) => String(charge.number) === tie);
      return readAll({
        found: findCase(scoped, caseId),
        charges: named,
        choices: readChargeChoices(scoped, caseId),
        consideration: readConsideration(scoped, caseId),
        warnings: listChargeWarnings(scoped, caseId),
        incidents: pickIncidents(scoped, caseId),
        facts: shown
          ? readAll({
              incidents: pickIncidents(scoped, caseId),
              exhibits: pickExhibits(scoped, caseId),
              codes: readCodes(scoped, caseId, linkedIds(shown)),
            })
          : null,
      });
    }),
  );
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const sides = { home: playbook?.home.name ?? "Home", there: playbook?.there.name ?? "There" };
  if (!may(ctx.actor, "field.charges"))
    return (
      <>
        <PageHead title={t("Charges")} level={2} />
        <Kept what={t("Charges")} />
      </>
    );
  return (
    <>
      <PageHead title={t("Charges")} level={2}>
        {t("Offences that the facts may support, in both countries, element by element. A prosecutor decides")}
      </PageHead>
      <WarningsPanel warnings={warnings} />
      {charges.map((charge) => (
        <ChargePanel
          key={charge.id}
          caseId={caseId}
          charge={charge}
          sides={sides}
          facts={tie === String(charge.number) ? facts : null}
          part={part}
        />
      ))}
      <ActList caseId={caseId} incidents={incidents} charges={charges} />
      {charges.length === 0 ? (
        <Panel label={t("Named offences")} padded={false}>
          <EmptyState icon="scale" title={t("No offence named yet")}>
            {t(
              "Add an offence and its counterpart in the other country, then link incidents and exhibits to each element. Gaps are shown, not hidden.",
            )}
          </EmptyState>
        </Panel>
      ) : null}
      <NameChargeForm
        key={start}
        caseId={caseId}
        choices={choices.open}
        sides={sides}
        open={charges.length === 0 || start !== undefined}
        start={start}
      />
      <ConsiderationPanel
        caseId={caseId}
        mayAdd={offencesIn(choices.open)}
        zone={playbook?.home.zone ?? "UTC"}
        {...consideration}
      />
      <RefusedLaw offences={choices.refused} />
    </>
  );
}

/** The offences that the form can name, of either country. */
function offencesIn(open: ChargeChoices["open"]): string[] {
  return open.flatMap(({ offence, pairings }) => [
    offence.key,
    ...pairings.flatMap((pairing) => pairing.there.map(({ key }) => key)),
  ]);
}

/** What is linked to the elements and requirements of a charge. */
function linkedIds({ elements, pairing }: ChargeView): string[] {
  const answers = pairing?.lines.map(({ answer }) => answer) ?? [];
  return [...elements, ...answers].flatMap((answer) => [...answer.incidentIds, ...answer.exhibitIds]);
}
