import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { RecordVersions } from "@/app/_ui/clash";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { OwnFieldsForm } from "@/app/(work)/_components/own-fields-panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { versionOfValues } from "@/lib/casework/custom-values/rules";
import { getDanger } from "@/lib/casework/danger/queries";
import { findIncidentPage, listIncidentPage, pickExhibits, readChartedActs } from "@/lib/casework/incidents/queries";
import type { IncidentFilter } from "@/lib/casework/incidents/types";
import { pickAccounts, readSubjectZone } from "@/lib/casework/subjects/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readChoices } from "@/lib/organisation/choices/queries";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { DangerNotice } from "../../_components/danger-notice";
import { natureChoices, zoneChoices } from "../../choices";
import { IncidentEntry } from "./_components/incident-entry";
import { AmendIncidentForm, LinkExhibitForm, LogIncidentForm } from "./_components/incident-forms";
import { amendIncidentFieldsAction } from "./actions";
import { ActsPanel } from "./acts-panel";
import { listAddress, readState } from "./list-address";

export const metadata: Metadata = { title: t("Incidents") };

export default async function IncidentsPage({ params, searchParams }: PageProps<"/cases/[caseId]/incidents">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const asked = readState(await searchParams);
  const opened = asked.edit ?? asked.tie;
  const { found, charted, list, accounts, exhibits, subjectZone, versions, danger, own, ownFields, choices } =
    await orNotFound(
      reading(ctx, async (scoped) => {
        const row = await findCase(scoped, caseId);
        // Its form is shown on whichever page it is, even if the change moved it to another page.
        const zone = findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? "UTC";
        const page = opened ? await findIncidentPage(scoped, caseId, opened, asked.kind) : asked.page;
        const list = await listIncidentPage(scoped, caseId, { filter: asked.kind, page });
        return readAll({
          found: row,
          charted: readChartedActs(scoped, caseId, zone),
          list,
          own: readCustomValues(
            scoped,
            "incident",
            list.rows.map(({ id }) => id),
          ),
          choices: readChoices(scoped, ["act", "event"]),
          ownFields: opened ? [] : listCustomFields(scoped, "incident"),
          accounts: pickAccounts(scoped, caseId),
          exhibits: asked.tie ? pickExhibits(scoped, caseId) : null,
          subjectZone: readSubjectZone(scoped, caseId),
          danger: getDanger(scoped, caseId).then(({ question }) => question),
          versions: asked.edit ? readRecordVersions(scoped, [asked.edit, versionOfValues(asked.edit)]) : {},
        });
      }),
    );
  const state = { kind: asked.kind, page: list.page };
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const home = playbook?.home.zone ?? "UTC";
  const there = subjectZone ?? "UTC";
  const zones = zoneChoices(playbook ? [playbook] : [], ctx.now);
  const tab = (kind: IncidentFilter, label: string) => ({
    href: listAddress(caseId, { kind }),
    label,
    count: list.counts[kind],
    current: asked.kind === kind,
  });
  const form = (incident: (typeof list.rows)[number]) => {
    if (incident.id === asked.edit) {
      return (
        <>
          <AmendIncidentForm caseId={caseId} incident={incident} accounts={accounts} choices={choices} zones={zones} />
          <OwnFieldsForm
            recordId={incident.id}
            ids={{ caseId, incidentId: incident.id }}
            fields={own.get(incident.id) ?? []}
            action={amendIncidentFieldsAction}
            of={incident.code}
          />
        </>
      );
    }
    if (incident.id === asked.tie && exhibits) {
      return <LinkExhibitForm caseId={caseId} incident={incident} exhibits={exhibits} />;
    }
    return null;
  };
  return (
    <>
      <PageHead guide="describe-what-happened" title={t("Incidents")} level={2}>
        {t("What happened, oldest first, on both clocks. Acts are I-1, I-2; other events are C-1, C-2")}
      </PageHead>
      {found.closedAt ? null : <DangerNotice caseId={caseId} question={danger} today={civilDate(ctx.now, home)} />}
      <Tabs
        label={t("Kinds of incidents")}
        items={[tab("all", t("All")), tab("act", t("Acts")), tab("event", t("Other events"))]}
      />
      {opened ? null : <ActsPanel charted={charted} />}
      <Panel label={t("Timeline")} padded={list.total > 0}>
        {list.total > 0 ? (
          <RecordVersions versions={versions} zone={home}>
            <ol className="timeline">
              {list.rows.map((incident) => (
                <IncidentEntry
                  key={incident.id}
                  caseId={caseId}
                  incident={incident}
                  own={own.get(incident.id) ?? []}
                  home={home}
                  there={there}
                  state={state}
                  canLink={list.canLink}
                  form={form(incident)}
                />
              ))}
            </ol>
          </RecordVersions>
        ) : (
          <EmptyState icon="flag" title={t("Nothing of this kind yet")}>
            {t("Each threat, post or call is one incident. So is each moment that shows what the subject knew.")}
          </EmptyState>
        )}
        <NumberedPager
          list={list}
          of={t("incidents, oldest first")}
          at={(page) => listAddress(caseId, { ...state, page })}
        />
      </Panel>
      {opened ? (
        <p className="noprint">
          <LinkButton icon="plus" href={listAddress(caseId, state, "#log")}>
            {t("Log an incident")}
          </LinkButton>
        </p>
      ) : (
        <LogIncidentForm
          caseId={caseId}
          accounts={accounts}
          natures={natureChoices(choices)}
          zones={zones}
          ownFields={ownFields}
          open={list.counts.all === 0}
        />
      )}
    </>
  );
}
