import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { PasteMessage } from "@/app/(work)/_components/paste-message";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { t } from "@/lib/platform/language/translate";

export const metadata: Metadata = { title: t("Paste a message") };

export default async function PasteAnywherePage() {
  const ctx = await requireCtx("case.write");
  const law = await reading(ctx, readLaw);
  const kinds = law.referenceKinds.map((referenceKind) => ({ value: referenceKind.key, label: referenceKind.label }));
  return (
    <Page>
      <PageHead
        guide="paste-a-message"
        title={t("Paste a message")}
        actions={
          <LinkButton href="/references" icon="arrow-left">
            {t("All references")}
          </LinkButton>
        }
      >
        {t(
          "Paste an SMS, e-mail or note. We find the numbers and the case that waits for them; you decide what to keep.",
        )}
      </PageHead>
      <Panel>
        <PasteMessage kinds={kinds} proofs={[]} today={officeToday(ctx.now)} />
      </Panel>
    </Page>
  );
}
