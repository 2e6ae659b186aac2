import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readStopDesk } from "@/lib/casework/minors-stop/queries";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { emergencyLines } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { wallTime } from "@/lib/platform/time/zone";
import { platformChoices, zoneChoices } from "../../../choices";
import { SightingForm } from "./_components/sighting-form";
import { SightingList } from "./_components/sighting-list";
import { StopRoutes } from "./_components/stop-routes";
import { StopState } from "./_components/stop-state";
import { WhatToDo } from "./_components/what-to-do";

export const metadata: Metadata = { title: t("Images of a person under 18") };

export default async function StopPage({ params }: PageProps<"/cases/[caseId]/evidence/stop">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { found, desk, accounts } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        desk: readStopDesk(scoped, caseId),
        accounts: listAccountChoices(scoped, caseId),
      }),
    ),
  );
  const playbook = playbookOf(found);
  const zone = playbook.home.zone;
  const routes = desk.guides.flatMap((guide) => guide.routes);
  const bodies = new Map(routes.map((route) => [route.agency, { value: route.agency, label: route.name }]));
  return (
    <>
      <PageHead title={t("Images of a person under 18")} level={2}>
        {rich("{value}Only the address, the account, the time and the report are kept. <link>All exhibits</link>", {
          value: desk.clientIsMinor ? t("The client is under 18. ") : "",
          link: (words) => <PageLink href={`/cases/${caseId}/evidence`}>{words}</PageLink>,
        })}
      </PageHead>
      <Notice kind="warning" icon="phone" title={t("In danger now")}>
        {emergencyLines([playbook])}
      </Notice>
      <StopState caseId={caseId} desk={desk} zone={zone} />
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <WhatToDo />
          <Panel title={t("Record where it was seen")} id="record">
            <SightingForm
              caseId={caseId}
              accounts={accounts.map(({ id, label }) => ({ value: id, label }))}
              platforms={platformChoices()}
              bodies={[...bodies.values()]}
              zones={zoneChoices([playbook], ctx.now)}
              now={wallTime(ctx.now, zone)}
            />
          </Panel>
          <SightingList sightings={desk.sightings} zones={[zone, playbook.there.zone]} />
        </div>
        <div className="stack stack--l">
          <StopRoutes caseId={caseId} guides={desk.guides} />
        </div>
      </div>
    </>
  );
}
