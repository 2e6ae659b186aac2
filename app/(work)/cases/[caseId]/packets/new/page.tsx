import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/session";
import { kindLabels, kindNotices } from "@/lib/packets/labels";
import { getDraftChoices } from "@/lib/packets/queries";
import { DraftForm } from "./_components/draft-form";

export const metadata: Metadata = { title: "Draft a packet" };

const kind = "mla_dossier";

export default async function NewPacketPage({ params }: PageProps<"/cases/[caseId]/packets/new">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const choices = await orNotFound(getDraftChoices(ctx, caseId, kind));
  const notice = kindNotices[kind];
  return (
    <>
      <Breadcrumb items={[{ label: "Packets", href: `/cases/${caseId}/packets` as Route }]} />
      <PageHead title={`${kindLabels[kind]}, v${choices.nextVersion}`} level={2}>
        {choices.code}. Built from the case as it stands; what you write here is printed with it.
      </PageHead>
      {notice ? <Notice title={notice.title}>{notice.text}</Notice> : null}
      <DraftForm choices={choices} kind={kind} />
    </>
  );
}
