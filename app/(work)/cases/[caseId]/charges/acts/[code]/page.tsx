import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { listCharges } from "@/lib/casework/charges/queries";
import { pickIncidents, readIncident } from "@/lib/casework/incidents/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { ActList } from "../../_components/act-list";
import { ShowsForm } from "./_components/shows-form";

export const metadata: Metadata = { title: t("What an incident shows") };

/** From the act to the law: one incident, and the elements that it supports. */
export default async function ActPage({ params }: PageProps<"/cases/[caseId]/charges/acts/[code]">) {
  const ctx = await requireCtx("case.write");
  const { caseId, code } = await params;
  const { found, incident, charges, incidents } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        incident: readIncident(scoped, caseId, code),
        charges: listCharges(scoped, caseId),
        incidents: pickIncidents(scoped, caseId),
      }),
    ),
  );
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const sides = { home: playbook?.home.name ?? t("Home"), there: playbook?.there.name ?? t("There") };
  const back = `/cases/${caseId}/charges` as Route;
  return (
    <>
      <PageHead
        title={t("What {code} shows", { code: incident.code })}
        level={2}
        actions={
          <LinkButton href={back} icon="arrow-left">
            {t("All charges")}
          </LinkButton>
        }
      >
        {incident.natureText}: {incident.what}
      </PageHead>
      <div className="cols cols--main">
        <Panel label={t("This act shows")}>
          {incident.words ? (
            <blockquote className="quote read" dir="auto">
              {incident.words}
            </blockquote>
          ) : null}
          {charges.length > 0 ? (
            <ShowsForm
              key={incident.id}
              caseId={caseId}
              incident={{ id: incident.id, code: incident.code }}
              charges={charges}
              sides={sides}
            />
          ) : (
            <EmptyState icon="scale" title={t("No offence named yet")} level={3}>
              {t("Add a charge first, then say which of its elements this act shows.")}
            </EmptyState>
          )}
        </Panel>
        <ActList caseId={caseId} incidents={incidents} charges={charges} current={incident.id} />
      </div>
    </>
  );
}
