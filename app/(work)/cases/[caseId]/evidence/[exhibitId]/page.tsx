import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { DownloadButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { findCase } from "@/lib/cases/scope";
import { flagAdvice, flagLabels, problemSentences } from "@/lib/evidence/labels";
import { readCaptureChoices, readExhibit } from "@/lib/evidence/queries";
import { packetShowing } from "@/lib/evidence/rules";
import type { ExhibitView } from "@/lib/evidence/types";
import { playbookOf } from "@/lib/ladder/queries";
import { attachLimit } from "@/lib/packets/snapshot";
import { AmendForm } from "../_components/amend-form";
import { CustodyPanel } from "../_components/custody-panel";
import { ExhibitFacts } from "../_components/exhibit-facts";
import { ExhibitFlags } from "../_components/exhibit-flags";
import { ExhibitPicture } from "../_components/exhibit-picture";
import type { Zones } from "../_components/exhibit-tile";
import { LookWatcher } from "../_components/look-watcher";
import { knownOf } from "../known-capture";
import { captureOptions } from "../options";

export const metadata: Metadata = { title: "Exhibit" };

export default async function ExhibitPage({ params }: PageProps<"/cases/[caseId]/evidence/[exhibitId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, exhibitId } = await params;
  const { found, page, choices } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      page: await readExhibit(scoped, caseId, exhibitId),
      choices: await readCaptureChoices(scoped, caseId),
    })),
  );
  const { exhibit, ledger } = page;
  const playbook = playbookOf(found);
  const zones = { home: playbook.home.zone, there: playbook.there.zone };
  return (
    <>
      <PageHead
        title={`Exhibit ${exhibit.label}`}
        level={2}
        actions={<DownloadButton href={`/api/evidence/${exhibit.id}/original`}>Download the original</DownloadButton>}
      >
        {exhibit.description}. <PageLink href={`/cases/${caseId}/evidence`}>All exhibits</PageLink>
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <ExhibitPanel exhibit={exhibit} zones={zones} />
          <CustodyPanel ledger={ledger} exhibitId={exhibit.id} zones={zones} />
        </div>
        <Panel title="Details" id="details" foot="The original, its number and its hash never change.">
          <AmendForm
            exhibitId={exhibit.id}
            options={captureOptions(choices, playbook, ctx.now)}
            known={knownOf(exhibit, zones.home)}
          />
        </Panel>
      </div>
      <LookWatcher waiting={exhibit.look === null ? 1 : 0} />
    </>
  );
}

function ExhibitPanel({ exhibit, zones }: { exhibit: ExhibitView; zones: Zones }) {
  const { look, flags, words, size } = exhibit;
  const showing = packetShowing(look, size, attachLimit);
  return (
    <Panel label={`Exhibit ${exhibit.label}`}>
      <ExhibitPicture exhibit={exhibit} large />
      {look?.problem ? (
        <Notice kind="warning" title="This file cannot be shown">
          {problemSentences[look.problem]}
        </Notice>
      ) : null}
      <ExhibitFlags exhibit={exhibit} />
      {flags.map((flag) => (
        <p className="small" key={flag}>
          <span className="strong">{flagLabels[flag]}.</span> {flagAdvice[flag]}
        </p>
      ))}
      {words ? <p className="quote">“{words}”</p> : null}
      <ExhibitFacts exhibit={exhibit} zones={zones} />
      <p className="small muted">
        In a packet: {shownWords[showing.shown]}
        {showing.note && !look?.problem ? ` ${showing.note}` : ""}{" "}
        {showing.shown === "pages"
          ? ""
          : showing.attached
            ? "The original travels inside as an attachment."
            : "It is too large to attach."}
      </p>
    </Panel>
  );
}

const shownWords = {
  pages: "its pages are printed.",
  text: "it gets a cover page.",
  cover_only: "it gets a cover page.",
};
