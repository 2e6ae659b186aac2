import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { Icon } from "@/app/_ui/icon";
import { Notice } from "@/app/_ui/notice";
import { PageHead, Panel } from "@/app/_ui/panel";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { findCase } from "@/lib/cases/scope";
import { flagLabels } from "@/lib/evidence/labels";
import { listExhibits, readCaptureChoices } from "@/lib/evidence/queries";
import { type ExhibitView, exhibitFlags } from "@/lib/evidence/types";
import { playbookOf } from "@/lib/ladder/queries";
import { plural } from "@/lib/platform/format";
import { AddExhibits } from "./_components/add-exhibits";
import { ExhibitTile, type Zones } from "./_components/exhibit-tile";
import { LookWatcher } from "./_components/look-watcher";
import { Worklist, type WorklistLine } from "./_components/worklist";
import { captureOptions } from "./options";

export const metadata: Metadata = { title: "Evidence" };

export default async function EvidencePage({ params, searchParams }: PageProps<"/cases/[caseId]/evidence">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { needs } = await searchParams;
  const { found, all, choices } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      all: await listExhibits(scoped, caseId),
      choices: await readCaptureChoices(scoped, caseId),
    })),
  );
  const playbook = playbookOf(found);
  const lines = worklistOf(all);
  const picked = lines.find((line) => line.key === needs)?.key;
  const shown = picked ? all.filter((exhibit) => isNeeded(exhibit, picked)) : all;
  return (
    <>
      <PageHead
        title="Evidence"
        level={2}
        actions={
          <a className="btn btn--primary" href="#add">
            <Icon name="upload" />
            Add exhibits
          </a>
        }
      >
        {plural(all.length, "exhibit")}, original bytes kept. Pictures stay blurred; each reveal is logged.
      </PageHead>
      {all.length > 0 ? (
        <Worklist caseId={caseId} lines={lines} picked={picked} shown={shown.length} of={all.length} />
      ) : null}
      <div className="cols cols--wide">
        <Exhibits exhibits={shown} zones={{ home: playbook.home.zone, there: playbook.there.zone }} />
        <Panel title="Add exhibits" id="add">
          <noscript>
            <Notice kind="warning" title="Adding files needs script">
              Switch JavaScript on for this site to send files. Everything else on this page works without it.
            </Notice>
          </noscript>
          <StopFirst />
          <AddExhibits
            caseId={caseId}
            options={captureOptions(choices, playbook, ctx.now)}
            memberId={ctx.actor.memberId ?? ""}
          />
        </Panel>
      </div>
      <LookWatcher waiting={all.filter((exhibit) => exhibit.look === null).length} />
    </>
  );
}

function Exhibits({ exhibits, zones }: { exhibits: readonly ExhibitView[]; zones: Zones }) {
  if (exhibits.length === 0) {
    return (
      <Panel label="Exhibits" padded={false}>
        <EmptyState icon="image" title="No exhibit yet">
          Screenshots, saved pages, original e-mails, exports: add what the client sent you, as it is. Each file gets a
          number and a hash, and nothing about it changes after that.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className="tiles">
      {exhibits.map((exhibit) => (
        <ExhibitTile key={exhibit.id} exhibit={exhibit} zones={zones} />
      ))}
    </div>
  );
}

function StopFirst() {
  return (
    <Notice kind="overdue" icon="ban" title="Is a person under 18 shown in a sexual image?">
      Stop. Do not upload, copy or open it. Record only the link, as an incident.
    </Notice>
  );
}

const noIncident = "no_incident";

const isNeeded = (exhibit: ExhibitView, key: string): boolean =>
  key === noIncident ? exhibit.incidents.length === 0 : exhibit.flags.some((flag) => flag === key);

function worklistOf(all: readonly ExhibitView[]): WorklistLine[] {
  const lines = [
    ...exhibitFlags.map((flag) => ({ key: flag as string, label: flagLabels[flag] })),
    { key: noIncident, label: "No incident" },
  ];
  return lines
    .map((line) => ({ ...line, count: all.filter((exhibit) => isNeeded(exhibit, line.key)).length }))
    .filter((line) => line.count > 0);
}
