import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { listProofs, listReferencePage } from "@/lib/casework/references/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readLaw } from "@/lib/law/provisions/queries";
import { t } from "@/lib/platform/language/translate";
import { readPage } from "@/lib/platform/paging";
import { civilDate } from "@/lib/platform/time/clock";
import { ReferenceForm } from "./_components/reference-form";
import { ReferenceList } from "./_components/reference-list";
import { kindChoices } from "./kind-choices";

export const metadata: Metadata = { title: t("References") };

export default async function ReferencesPage({ params, searchParams }: PageProps<"/cases/[caseId]/references">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { kind, issuer, page } = await searchParams;
  const { found, list, proofs, law } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        list: listReferencePage(scoped, caseId, readPage(page)),
        proofs: listProofs(scoped, caseId),
        law: readLaw(scoped),
      }),
    ),
  );
  const playbook = playbookOf(found);
  const paste = `/cases/${caseId}/references/paste` as Route;
  return (
    <>
      <PageHead
        guide="record-a-number"
        title={t("References")}
        level={2}
        actions={
          <UnlessFrozen what={t("Pasting a message")}>
            <LinkButton href={paste} icon="clipboard-paste">
              {t("Paste a message")}
            </LinkButton>
          </UnlessFrozen>
        }
      >
        {t("Every official number of this case, and the ones still waited for")}
      </PageHead>
      <div className="cols cols--wide">
        <ReferenceList caseId={caseId} list={list} dayOf={(at) => civilDate(at, playbook.home.zone)} />
        <Panel title={t("Record a number")} id="record">
          <ReferenceForm
            caseId={caseId}
            kinds={kindChoices(playbook, law)}
            picked={typeof kind === "string" ? kind : undefined}
            issuer={typeof issuer === "string" ? issuer.slice(0, 120) : undefined}
            today={civilDate(ctx.now, playbook.home.zone)}
            proofs={proofs}
          />
        </Panel>
      </div>
    </>
  );
}
