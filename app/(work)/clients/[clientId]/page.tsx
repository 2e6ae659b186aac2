import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orErased } from "@/app/_shell/or-erased";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { RecordVersions } from "@/app/_ui/clash";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { OwnFieldsPanel } from "@/app/(work)/_components/own-fields-panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { readClient, readSafeContact } from "@/lib/casework/clients/queries";
import { listConsentsOfClient } from "@/lib/casework/consents/queries";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { versionOfValues } from "@/lib/casework/custom-values/rules";
import { reading } from "@/lib/kernel/access/query";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { may } from "@/lib/kernel/access/roles";
import { noteView } from "@/lib/kernel/audit/note-view";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { notVisible } from "@/lib/organisation/roles/labels";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { zoneChoices } from "../../cases/choices";
import { ConsentsPanel } from "./_components/consents-panel";
import { DetailsPanel } from "./_components/details-panel";
import { RevealForm } from "./_components/reveal-form";
import { SafeContactPanel } from "./_components/safe-contact-panel";
import { amendClientFieldsAction } from "./actions";

export const metadata: Metadata = { title: t("Client") };

export default async function ClientPage({ params }: PageProps<"/clients/[clientId]">) {
  const ctx = await requireCtx("case.read");
  const { clientId } = await params;
  const { client, contact, versions, consents, own } = await orNotFound(
    orErased(
      ctx,
      clientId,
      reading(ctx, async (scoped) => ({
        client: await readClient(scoped, clientId),
        contact: await readSafeContact(scoped, clientId),
        consents: await listConsentsOfClient(scoped, clientId),
        versions: await readRecordVersions(scoped, [clientId, versionOfValues(clientId)]),
        own: (await readCustomValues(scoped, "client", [clientId])).get(clientId) ?? [],
      })),
    ),
  );
  await noteView(ctx, { action: "client.viewed", subjectId: clientId });
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Clients"), href: "/clients" as Route }]} />
      <PageHead
        title={`${client.pseudonym} ${client.code}`}
        actions={
          <LinkButton icon="folder-plus" href={`/cases/new/details?client=${client.id}` as Route}>
            {t("Open a new case")}
          </LinkButton>
        }
      >
        {t("{value}Registered {formatDate}", {
          value: client.isMinor ? t("Under 18. ") : "",
          formatDate: formatDate(civilDate(client.registeredAt, "UTC")),
        })}
      </PageHead>
      <RecordVersions versions={versions} zone={contact.zone}>
        <SafeContactPanel
          contact={contact}
          every={client.safeContactReview?.every ?? null}
          zones={zoneChoices(newestPlaybooks(), ctx.now)}
          now={ctx.now}
        />
        <OwnFieldsPanel
          recordId={client.id}
          idName="clientId"
          fields={own}
          action={amendClientFieldsAction}
          mayChange={may(ctx.actor, "case.write")}
        />
      </RecordVersions>
      <ConsentsPanel consents={consents} />
      <DetailsPanel client={client} />
      <Panel id="sealed" title={t("Protected details")}>
        <p className="muted">
          {t(
            "Name, identity number, phone, e-mail and address are encrypted. Each time someone views them, it is logged with the reason.",
          )}
        </p>
        {may(ctx.actor, "field.contact") ? null : (
          <p>{t("Phone, e-mail and address: {kept}.", { kept: notVisible.toLowerCase() })}</p>
        )}
        <RevealForm clientId={client.id} confirm={await askedToConfirm(ctx, "client.reveal")} />
      </Panel>
      <Panel id="cases" title={t("Cases")}>
        <Facts
          items={client.cases.map((case_) => ({
            name: case_.code,
            value: (
              <span className="row row--tight">
                <PageLink href={`/cases/${case_.id}` as Route}>{case_.matter}</PageLink>
                <PageLink href={`/cases/${case_.id}/settings` as Route}>{t("Owner and risk")}</PageLink>
              </span>
            ),
          }))}
        />
        {may(ctx.actor, "record.erase") ? (
          <LinkButton icon="lock" href={`/clients/${client.id}/erasing` as Route}>
            {t("Erase this client")}
          </LinkButton>
        ) : null}
        {client.cases.length === 0 ? <p className="muted">{t("No case that you may see.")}</p> : null}
      </Panel>
    </Page>
  );
}
