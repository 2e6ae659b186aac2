import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { getDanger } from "@/lib/casework/danger/queries";
import { reading } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { packetKinds } from "@/lib/packets/packets/labels";
import { checkDraft, getDraftChoices } from "@/lib/packets/packets/queries";
import { type DraftChoices, type PacketKindKey, packetKindKeys } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { DangerNotice } from "../../../../_components/danger-notice";
import { DraftForm } from "./_components/draft-form";

type Props = PageProps<"/cases/[caseId]/packets/new/[kind]">;

async function kindIn(params: Props["params"]): Promise<PacketKindKey> {
  const { kind } = await params;
  return packetKindKeys.find((key) => key === kind) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: t("Draft: {short}", { short: packetKinds[await kindIn(params)].short }) };
}

export default async function NewPacketPage({ params }: Props) {
  const ctx = await requireCtx("packet.build");
  const { caseId } = await params;
  const kind = packetKinds[await kindIn(params)];
  const { choices, lines, danger } = await orNotFound(
    reading(ctx, async (scoped) => {
      const choices = await getDraftChoices(scoped, caseId, kind.key);
      const lines = await checkDraft(scoped, caseId, { ...choices.start, kind: kind.key });
      return { choices, lines, danger: (await getDanger(scoped, caseId)).question };
    }),
  );
  return (
    <>
      <Breadcrumb
        items={[
          { label: t("Packets"), href: `/cases/${caseId}/packets` as Route },
          { label: t("Draft a packet"), href: `/cases/${caseId}/packets/new` as Route },
        ]}
      />
      <PageHead guide="build-a-packet" title={`${kind.label}, v${choices.nextVersion}`} level={2}>
        {t("{code}. Built from the current state of the case; what you write here is printed with it.{value}", {
          code: choices.code,
          value: choices.from ? t(" It starts from what was written for version {from}.", { from: choices.from }) : "",
        })}
      </PageHead>
      <Notice title={kind.notice.title}>{kind.notice.text}</Notice>
      <DangerNotice caseId={caseId} question={danger} today={officeToday(ctx.now)} />
      <DraftForm choices={withoutEach(choices)} lines={lines} />
    </>
  );
}

/** Where accounts are named by number the form has no use for one after the other, and there may be hundreds. */
function withoutEach(choices: DraftChoices): DraftChoices {
  if (!choices.grouped) return choices;
  const { asks: _, ...start } = choices.start;
  return { ...choices, accounts: [], start };
}
