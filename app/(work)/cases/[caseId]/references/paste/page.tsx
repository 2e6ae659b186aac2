import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { PasteMessage } from "@/app/(work)/_components/paste-message";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { listProofs } from "@/lib/casework/references/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readLaw } from "@/lib/law/provisions/queries";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { kindChoices } from "../kind-choices";

export const metadata: Metadata = { title: t("Paste a message") };

export default async function PastePage({ params }: PageProps<"/cases/[caseId]/references/paste">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const { found, proofs, law } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        proofs: listProofs(scoped, caseId),
        law: readLaw(scoped),
      }),
    ),
  );
  const playbook = playbookOf(found, law);
  const kinds = kindChoices(playbook, law).map(({ value, label, group }) => ({ value, label, group }));
  return (
    <>
      <PageHead
        title={t("Paste a message")}
        level={2}
        actions={
          <LinkButton href={`/cases/${caseId}/references` as Route} icon="arrow-left">
            {t("All references")}
          </LinkButton>
        }
      >
        {t("Paste an SMS, e-mail or note. We find the numbers; you decide what to keep.")}
      </PageHead>
      <Panel>
        <PasteMessage
          chosen={{ caseId, pseudonym: found.pseudonym }}
          kinds={kinds}
          proofs={proofs}
          today={civilDate(ctx.now, playbook.home.zone)}
        />
      </Panel>
    </>
  );
}
