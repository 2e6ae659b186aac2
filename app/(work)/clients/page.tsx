import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { LinkButton } from "@/app/_ui/link-button";
import { Pager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { type ClientView, listClients } from "@/lib/casework/clients/queries";
import { officeToday } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { readId } from "@/lib/platform/paging";
import { formatDate, plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const metadata: Metadata = { title: t("Clients") };

export default async function ClientsPage({ searchParams }: PageProps<"/clients">) {
  const ctx = await requireCtx("case.read");
  const { after, before } = await searchParams;
  const { rows: clients, ...beyond } = await listClients(ctx, { after: readId(after), before: readId(before) });
  const today = officeToday(ctx.now);
  return (
    <Page>
      <PageHead
        title={t("Clients")}
        actions={
          <LinkButton icon="search" href={"/cases/new" as Route}>
            {t("Search, or open a case")}
          </LinkButton>
        }
      >
        {t("By code name. Their identity stays encrypted")}
      </PageHead>
      <Panel label={t("Clients")} padded={false}>
        <Items
          items={clients.map((client) => ({
            key: client.id,
            href: `/clients/${client.id}` as Route,
            title: `${client.pseudonym} ${client.code}`,
            why:
              client.cases.length > 0
                ? client.cases.map((case_) => case_.code).join(", ")
                : t("No case that you may see"),
            side: (
              <>
                {client.isMinor ? (
                  <Chip kind="info" icon="user">
                    {t("Under 18")}
                  </Chip>
                ) : null}
                {isReviewDue(client, today) ? (
                  <Chip kind="warning" icon="shield-alert">
                    {t("Review safe contact")}
                  </Chip>
                ) : null}
                <span className="muted">
                  {client.safeContactReviewedOn
                    ? t("Safe contact reviewed {safeContactReviewedOn}", {
                        safeContactReviewedOn: formatDate(client.safeContactReviewedOn),
                      })
                    : t("Safe contact not reviewed yet")}
                </span>
              </>
            ),
          }))}
        />
        {clients.length === 0 ? (
          <EmptyState icon="users" title={t("No client yet")}>
            {t("A client is registered when their first case is opened, after a search.")}
          </EmptyState>
        ) : null}
        {beyond.before || beyond.after ? (
          <Pager previous={at("before", beyond.before)} next={at("after", beyond.after)}>
            {t("{clients} on this page, by code name", { clients: plural(clients.length, "client") })}
          </Pager>
        ) : null}
      </Panel>
    </Page>
  );
}

const at = (side: "after" | "before", id: string | undefined) => (id ? (`/clients?${side}=${id}` as Route) : undefined);

function isReviewDue({ safeContactReviewedOn, safeContactReview }: ClientView, today: CivilDate): boolean {
  if (!safeContactReviewedOn) return true;
  return safeContactReview?.dueOn ? safeContactReview.dueOn < today : false;
}
