import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Editions } from "@/app/_ui/clash";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { readEditions } from "@/lib/access/editions";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { findCase } from "@/lib/cases/scope";
import { listExhibitChoices, listIncidents } from "@/lib/incidents/queries";
import type { IncidentFilter } from "@/lib/incidents/types";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { listAccountChoices, listSubjects } from "@/lib/subjects/queries";
import { zoneChoices } from "../../choices";
import { IncidentEntry } from "./_components/incident-entry";
import { LogIncidentForm } from "./_components/incident-forms";
import { amendIncidentAction, logIncidentAction, tieExhibitAction } from "./actions";

export const metadata: Metadata = { title: "Incidents" };

export default async function IncidentsPage({ params, searchParams }: PageProps<"/cases/[caseId]/incidents">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { kind } = await searchParams;
  const filter: IncidentFilter = kind === "act" || kind === "event" ? kind : "all";
  const { found, incidents, accounts, exhibits, subjects } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      incidents: await listIncidents(scoped, caseId, "all"),
      accounts: await listAccountChoices(scoped, caseId),
      exhibits: await listExhibitChoices(scoped, caseId),
      subjects: await listSubjects(scoped, caseId),
    })),
  );
  const versions = await readEditions(
    ctx,
    incidents.map((one) => one.id),
  );
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const home = playbook?.home.zone ?? "UTC";
  const there = subjects.find((one) => one.zone)?.zone ?? playbook?.there.zone ?? "UTC";
  const zones = zoneChoices(playbook ? [playbook] : [], ctx.now);
  const accountChoices = accounts.map((one) => ({ value: one.id, label: one.label }));
  const shown = incidents.filter((one) => filter === "all" || one.kind === filter);
  const base = `/cases/${caseId}/incidents`;
  const tab = (key: IncidentFilter, label: string) => ({
    href: (key === "all" ? base : `${base}?kind=${key}`) as Route,
    label,
    count: incidents.filter((one) => key === "all" || one.kind === key).length,
    current: filter === key,
  });
  return (
    <>
      <PageHead title="Incidents" level={2}>
        What happened, oldest first, on both clocks. Acts are I-1, I-2; other events are C-1, C-2
      </PageHead>
      <Tabs label="Kinds of incidents" items={[tab("all", "All"), tab("act", "Acts"), tab("event", "Other events")]} />
      <Panel label="Timeline" padded={shown.length > 0}>
        {shown.length > 0 ? (
          <Editions versions={versions} zone={home}>
            <ol className="timeline">
              {shown.map((incident) => (
                <IncidentEntry
                  key={incident.id}
                  caseId={caseId}
                  incident={incident}
                  home={home}
                  there={there}
                  accounts={accountChoices}
                  zones={zones}
                  exhibits={exhibits}
                  actions={{ amendIncidentAction, tieExhibitAction }}
                />
              ))}
            </ol>
          </Editions>
        ) : (
          <EmptyState icon="flag" title="Nothing of this kind yet">
            Each threat, post or call is one incident. So is each moment that shows what the subject knew.
          </EmptyState>
        )}
      </Panel>
      <LogIncidentForm
        caseId={caseId}
        accounts={accountChoices}
        zones={zones}
        open={incidents.length === 0}
        action={logIncidentAction}
      />
    </>
  );
}
