import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { readClient } from "@/lib/casework/clients/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { checkErasure, readLiveErasure } from "@/lib/privacy/erasures/queries";
import { ErasurePanel } from "../../../_components/erasure-panel";

export const metadata: Metadata = { title: t("Erase a client") };

export default async function ClientErasingPage({ params }: PageProps<"/clients/[clientId]/erasing">) {
  const ctx = await requireCtx("record.erase");
  const { clientId } = await params;
  const { client, checks, live } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        client: readClient(scoped, clientId),
        checks: checkErasure(scoped, "client", clientId),
        live: readLiveErasure(scoped, clientId),
      }),
    ),
  );
  const asks = await askedToConfirm(ctx, "erasure.release");
  return (
    <Page>
      <Breadcrumb
        items={[
          { label: t("Clients"), href: "/clients" as Route },
          { label: client.pseudonym, href: `/clients/${client.id}` as Route },
        ]}
      />
      <PageHead title={t("Erase {pseudonym}", { pseudonym: client.pseudonym })}>
        {t("The client, with every case of theirs. One supervisor asks, another releases.")}
      </PageHead>
      <ErasurePanel
        of="client"
        id={client.id}
        {...{ checks, live, asks }}
        me={ctx.actor.memberId}
        zone={officeZone()}
      />
    </Page>
  );
}
