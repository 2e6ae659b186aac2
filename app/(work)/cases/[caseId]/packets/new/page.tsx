import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { getDanger } from "@/lib/casework/danger/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeToday } from "@/lib/law/office/rules";
import { listDraftKinds } from "@/lib/packets/packets/queries";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { DangerNotice } from "../../../_components/danger-notice";
import { KindCard } from "./_components/kind-card";

export const metadata: Metadata = { title: t("Draft a packet") };

/** Which kind to draft: what each is for, who reads it, and whether the case has what it needs. */
export default async function ChooseKindPage({ params, searchParams }: PageProps<"/cases/[caseId]/packets/new">) {
  const ctx = await requireCtx("packet.build");
  const { caseId } = await params;
  const { kind } = await searchParams;
  const asked = packetKindKeys.find((key) => key === kind);
  if (asked) redirect(`/cases/${caseId}/packets/new/${asked}` as Route);
  const { choices, danger } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        choices: listDraftKinds(scoped, caseId),
        danger: getDanger(scoped, caseId).then(({ question }) => question),
      }),
    ),
  );
  const level = (choice: (typeof choices)[number]) => Math.min(...choice.steps.map((step) => step.level), 99);
  return (
    <>
      <Breadcrumb items={[{ label: t("Packets"), href: `/cases/${caseId}/packets` as Route }]} />
      <PageHead title={t("Draft a packet")} level={2}>
        {t("Each kind is tailored to its receiver. They are listed in the order of the ladder.")}
      </PageHead>
      <DangerNotice caseId={caseId} question={danger} today={officeToday(ctx.now)} />
      <Panel label={t("Kinds of packets")} padded={false}>
        {choices
          .toSorted((a, b) => level(a) - level(b))
          .map((choice) => (
            <KindCard key={choice.key} caseId={caseId} choice={choice} />
          ))}
      </Panel>
    </>
  );
}
