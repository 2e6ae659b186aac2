import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listConsents } from "@/lib/casework/consents/queries";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { t } from "@/lib/platform/language/translate";
import { ConsentFields } from "../../_components/consent-fields";
import { ConsentEntry } from "./_components/consent-entry";
import { recordConsentAction } from "./actions";

export const metadata: Metadata = { title: t("Consent") };

/** On which ground the organisation works on a case, and what was recorded before. */
export default async function ConsentPage({ params }: PageProps<"/cases/[caseId]/consent">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { page, exhibits } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        page: listConsents(scoped, caseId),
        exhibits: pickExhibits(scoped, caseId),
      }),
    ),
  );
  const { consents, standing, clientIsMinor, closed } = page;
  const earlier = consents.filter((consent) => consent.id !== standing?.id);
  return (
    <>
      <PageHead title={t("Consent")} level={2}>
        {t("On which ground we work on this case")}
      </PageHead>
      <p className="muted">
        {rich(
          "Consent lets us help the client and keep what they tell us. It can be withdrawn at any time; what was done before stays lawful. It lets us give nothing to anybody: that is a release, with its own paper, <link>under Releases</link>.",
          { link: (words) => <PageLink href={`/cases/${caseId}/releases` as Route}>{words}</PageLink> },
        )}
      </p>
      {clientIsMinor ? (
        <Notice kind="info" title={t("The client is under 18")}>
          {t("Record a guardian who agrees, or why there is none.")}
        </Notice>
      ) : null}
      <Panel id="standing" title={t("What counts now")} padded={standing === null ? undefined : true}>
        {standing ? (
          <ConsentEntry caseId={caseId} consent={standing} exhibits={exhibits} />
        ) : (
          <EmptyState icon="stamp" title={t("Nothing recorded yet")}>
            {consents.length > 0
              ? t("Consent was withdrawn. Record another ground, or close the case.")
              : t("Record that the client agreed and how, or on which other ground we work.")}
          </EmptyState>
        )}
      </Panel>
      {closed ? null : (
        <Disclosure
          icon="plus"
          id="record"
          label={standing ? t("Record it again") : t("Record consent or another ground")}
          open={standing === null}
        >
          <ActionForm action={recordConsentAction} label={t("Record consent")} className="panel panel__body">
            <input type="hidden" name="caseId" value={caseId} />
            <ConsentFields />
            <SubmitFoot pendingText={t("Recording")}>{t("Record it")}</SubmitFoot>
          </ActionForm>
        </Disclosure>
      )}
      {earlier.length > 0 ? (
        <Panel id="history" title={t("Recorded before")}>
          {earlier.map((consent) => (
            <ConsentEntry key={consent.id} caseId={caseId} consent={consent} exhibits={null} />
          ))}
        </Panel>
      ) : null}
    </>
  );
}
