import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { readPairings } from "@/lib/evidence/pairings/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";
import { ConnectForm } from "./_components/connect-form";
import { PairingList } from "./_components/pairing-list";

export const metadata: Metadata = { title: t("Browser extension") };

export default async function CapturePage({ params }: PageProps<"/cases/[caseId]/evidence/capture">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { found, pairings } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        pairings: readPairings(scoped, caseId),
      }),
    ),
  );
  const { live, mayConnect } = pairings;
  return (
    <>
      <PageHead title={t("Browser extension")} level={2}>
        {rich(
          "It keeps the page that is open in your browser as evidence of this case: a picture, the page itself and its text. <link>All exhibits</link>",
          { link: (words) => <PageLink href={`/cases/${caseId}/evidence`}>{words}</PageLink> },
        )}
      </PageHead>
      <div className="cols cols--wide">
        <Panel id="connect" title={t("Connect the browser extension")}>
          <ol className="stack stack--s read">
            <li>{t("Install the extension. The person who runs Crossdocket for you has it.")}</li>
            <li>{t("Make a code here.")}</li>
            <li>{t("Open the extension and type the address of Crossdocket and the code.")}</li>
            <li>{t("Open the page that you want to keep, and choose “Keep this page” in the extension.")}</li>
          </ol>
          <p className="muted read">
            {t(
              "The site sees that somebody opened its page, and nothing of the extension. Do not sign in with an account of the client or with your own.",
            )}
          </p>
          {found.closedAt ? (
            <Notice kind="info" title={t("This case is closed")}>
              {t("Reopen it to add exhibits. What is kept stays here.")}
            </Notice>
          ) : mayConnect ? (
            <ConnectForm caseId={caseId} address={env().APP_ORIGIN} />
          ) : (
            <p>{t("Somebody who works on this case can connect the browser extension with it.")}</p>
          )}
        </Panel>
        <PairingList live={live} zone={playbookOf(found).home.zone} />
      </div>
    </>
  );
}
