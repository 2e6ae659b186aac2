import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listConsents } from "@/lib/casework/consents/queries";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { readCasePage } from "@/lib/client/pages/queries";
import { recordLabels } from "@/lib/client/papers/labels";
import type { PaperContent } from "@/lib/client/papers/types";
import { listDocuments } from "@/lib/documents/papers/queries";
import { getAuthorityDesk } from "@/lib/escalation/written-authorities/queries";
import { standingOf } from "@/lib/handover/officers/rules";
import { listReleases } from "@/lib/handover/releases/queries";
import { releaseDays } from "@/lib/handover/releases/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { listLiaisons } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { ReleaseFields } from "../../releases/_components/release-fields";
import { OfferForm } from "./_components/offer-form";
import { AuthorityOffer, ConsentOffer, StatementOffer } from "./_components/record-fields";

/** It names no kind of paper: a tab title is read over a shoulder. */
export const metadata: Metadata = { title: t("Give her a paper") };

type What = PaperContent["what"];
type Asked = { caseId: string; from: string | undefined };

/** A paper for the client from a record of her case: what it says, how she reads it, and giving it to her. */
export default async function OfferPage({ params, searchParams }: PageProps<"/cases/[caseId]/client-page/offer">) {
  const ctx = await requireCtx("client.page");
  const { caseId } = await params;
  const { what: asked, from } = await searchParams;
  const what = (Object.keys(recordLabels) as What[]).find((known) => known === asked) ?? "consent";
  const read = { caseId, from: typeof from === "string" ? from : undefined };
  const { own, fields } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        own: readCasePage(scoped, caseId),
        fields: fieldsOf[what](scoped, read),
      }),
    ),
  );
  const isOpen = own.isOn && !own.closed && own.page?.state === "open";
  return (
    <>
      <Breadcrumb items={[{ label: t("Client's page"), href: `/cases/${caseId}/client-page` as Route }]} />
      <PageHead title={recordLabels[what]} level={2}>
        {t("From the records of this case, in her language, with the English beside it")}
      </PageHead>
      {own.clientIsMinor && what !== "plan" && what !== "contact" ? (
        <Notice kind="info" title={t("The client is under 18")}>
          {t("Think with the guardian who signs, and whose phone it is.")}
        </Notice>
      ) : null}
      {isOpen ? (
        <OfferForm caseId={caseId} what={what} language={own.page?.language ?? "en"}>
          {fields}
        </OfferForm>
      ) : (
        <EmptyState icon="link" title={t("The client has no open page")}>
          {t("Make a link and a PIN on her page first.")}
        </EmptyState>
      )}
    </>
  );
}

const fieldsOf: Record<What, (ctx: TxCtx, asked: Asked) => Promise<React.ReactNode>> = {
  consent: async (ctx, { caseId }) => {
    const { standing } = await listConsents(ctx, caseId);
    return <ConsentOffer standing={standing?.purposes ?? []} />;
  },
  release: async (ctx, { caseId, from }) => {
    const [releases, exhibits, liaisons] = await Promise.all([
      listReleases(ctx, caseId),
      pickExhibits(ctx, caseId),
      listLiaisons(ctx),
    ]);
    const officers = liaisons.map(({ confirmedAt, fromBefore, ...officer }) => ({
      ...officer,
      isConfirmed: standingOf({ confirmedAt, fromBefore }) !== "unconfirmed",
    }));
    return (
      <>
        {releases.length > 0 ? (
          <p className="muted">
            {t("Take over what an earlier release says:")}{" "}
            {releases.map(({ id, code }) => (
              <PageLink key={id} href={`/cases/${caseId}/client-page/offer?what=release&from=${id}` as Route}>
                {code}
              </PageLink>
            ))}
          </p>
        ) : null}
        <ReleaseFields
          key={from}
          exhibits={exhibits}
          officers={officers}
          from={releases.find(({ id }) => id === from) ?? null}
        >
          <DateField
            name="expiresOn"
            label={t("Ends on")}
            hint={t("{releaseDays} days from today when left empty. At most a year", { releaseDays })}
            optional
          />
        </ReleaseFields>
      </>
    );
  },
  authority: async (ctx, { caseId }) => {
    const { processes } = await getAuthorityDesk(ctx, caseId);
    return <AuthorityOffer processes={processes} />;
  },
  plan: async () => <SharedPhone />,
  contact: async () => <SharedPhone />,
  statement: async (ctx, { caseId, from }) => {
    const { rows } = await listDocuments(ctx, caseId);
    const hers = rows.filter(({ signer, state }) => signer === "client" && (state === "draft" || state === "final"));
    return (
      <>
        <StatementOffer documents={hers} chosen={from} />
        <p className="muted">
          {t("Read back through an interpreter, it needs the certificate of the interpreter:")}{" "}
          <PageLink href={`/cases/${caseId}/documents/new` as Route}>{t("draft it under Documents")}</PageLink>
        </p>
      </>
    );
  },
};

function SharedPhone() {
  return (
    <Notice kind="warning" title={t("Only if nobody else sees her phone")}>
      {t("Whoever reads this on her phone learns how she protects herself. If you are not sure, give it on paper.")}
    </Notice>
  );
}
