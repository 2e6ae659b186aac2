import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { listExportChoices, listImports } from "@/lib/evidence/chats/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { t } from "@/lib/platform/language/translate";
import { zoneChoices } from "../../../choices";
import { ImportList } from "./_components/import-list";
import { StartForm } from "./_components/start-form";

export const metadata: Metadata = { title: t("Chats") };

export default async function ChatsPage({ params, searchParams }: PageProps<"/cases/[caseId]/evidence/chats">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { exhibit } = await searchParams;
  const { found, imports, exhibits } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        imports: listImports(scoped, caseId),
        exhibits: listExportChoices(scoped, caseId),
      }),
    ),
  );
  const playbook = playbookOf(found);
  return (
    <>
      <PageHead title={t("Chats")} level={2}>
        {rich(
          "Exports of conversations, read message by message. Pick what matters and it becomes an incident. <link>All exhibits</link>",
          { link: (words) => <PageLink href={`/cases/${caseId}/evidence`}>{words}</PageLink> },
        )}
      </PageHead>
      <div className="cols cols--wide">
        <ImportList imports={imports} zone={playbook.home.zone} />
        {found.closedAt ? null : (
          <StartForm
            caseId={caseId}
            exhibits={exhibits}
            exhibit={exhibits.find((candidate) => candidate.id === exhibit)?.id}
            zones={zoneChoices([playbook], ctx.now)}
          />
        )}
      </div>
    </>
  );
}
