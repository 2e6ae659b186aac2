import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { offWords } from "@/lib/integrations/webhooks/labels";
import type { WebhookLine } from "@/lib/integrations/webhooks/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

export function WebhookList({ rows, zone }: { rows: readonly WebhookLine[]; zone: string }) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="send" title={t("No webhooks")}>
        {t("Nothing is sent to another system until you add its address.")}
      </EmptyState>
    );
  }
  return (
    <div className="items">
      {rows.map(({ id, name, address, off, lastSentAt, waiting, givenUp }) => (
        <div className="item" key={id}>
          <span className="item__title">
            <PageLink href={`/admin/webhooks/${id}` as Route}>{name}</PageLink>
          </span>
          <span className="item__why">
            <bdi className="breakable">{new URL(address).hostname}</bdi>.{" "}
            {off
              ? offWords[off]
              : lastSentAt
                ? t("Last sent {when}.", { when: formatInstant(lastSentAt, zone) })
                : t("Nothing was sent yet.")}
          </span>
          <span className="item__side">
            {off ? (
              <Chip kind={off === "person" ? "plain" : "overdue"}>{t("Off")}</Chip>
            ) : (
              <Chip kind="done">{t("On")}</Chip>
            )}
            {waiting > 0 ? <Chip kind="waiting">{t("{waiting} waiting", { waiting })}</Chip> : null}
            {givenUp > 0 ? <Chip kind="warning">{t("{givenUp} given up", { givenUp })}</Chip> : null}
          </span>
        </div>
      ))}
    </div>
  );
}
