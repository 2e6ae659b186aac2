import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { safeContactReviewDays } from "@/lib/casework/clients/labels";
import { listClients } from "@/lib/casework/clients/queries";
import { formatDate, plural } from "@/lib/platform/text/format";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

export const metadata: Metadata = { title: "Clients" };

export default async function ClientsPage() {
  const ctx = await requireCtx("case.read");
  const clients = await listClients(ctx);
  const today = civilDate(ctx.now, "UTC");
  return (
    <Page>
      <PageHead
        title="Clients"
        actions={
          <LinkButton icon="search" href={"/cases/new" as Route}>
            Search, or open a case
          </LinkButton>
        }
      >
        By code name. Who they are stays sealed
      </PageHead>
      <Panel label="Clients" padded={false}>
        <Items
          items={clients.map((client) => ({
            key: client.id,
            href: `/clients/${client.id}` as Route,
            title: `${client.pseudonym} ${client.code}`,
            why:
              client.cases.length > 0 ? client.cases.map((case_) => case_.code).join(", ") : "No case that you may see",
            side: (
              <>
                {client.isMinor ? (
                  <Chip kind="info" icon="user">
                    Under 18
                  </Chip>
                ) : null}
                {!client.safeContactReviewedOn ||
                addDays(client.safeContactReviewedOn, safeContactReviewDays) < today ? (
                  <Chip kind="warning" icon="shield-alert">
                    Review safe contact
                  </Chip>
                ) : null}
                <span className="muted">
                  {client.safeContactReviewedOn
                    ? `Safe contact reviewed ${formatDate(client.safeContactReviewedOn)}`
                    : "Safe contact not reviewed yet"}
                </span>
              </>
            ),
          }))}
        />
        {clients.length === 0 ? (
          <EmptyState icon="users" title="No client yet">
            A client is registered when their first case is opened, after a search.
          </EmptyState>
        ) : null}
      </Panel>
      <p className="small muted">{plural(clients.length, "client")} that you may see.</p>
    </Page>
  );
}
