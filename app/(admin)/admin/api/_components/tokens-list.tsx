import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { scopeLabels, tokenStateLabels } from "@/lib/integrations/api-tokens/labels";
import type { ApiTokenView } from "@/lib/integrations/api-tokens/types";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { endApiTokenAction } from "../actions";

export function TokensList({ tokens, zone }: { tokens: readonly ApiTokenView[]; zone: string }) {
  if (tokens.length === 0) {
    return (
      <EmptyState icon="key-round" title={t("No tokens")}>
        {t("A program of your organisation that works here by itself needs one. Most organisations need none.")}
      </EmptyState>
    );
  }
  return (
    <div className="items">
      {tokens.map((token) => (
        <TokenItem key={token.id} token={token} zone={zone} />
      ))}
    </div>
  );
}

function TokenItem({ token, zone }: { token: ApiTokenView; zone: string }) {
  const { id, name, memberName, madeBy, expiresAt, scopes, networks, state, lastUsedOn } = token;
  const isOpen = state === "works" || state === "waiting";
  return (
    <div className="item">
      <span className="item__title">{name}</span>
      <span className="item__why">
        {t("In the name of {memberName}, made by {madeBy}. Works until {until}.", {
          memberName,
          madeBy,
          until: formatInstant(expiresAt, zone),
        })}{" "}
        {lastUsedOn ? t("Last used on {day} (UTC).", { day: formatDate(lastUsedOn) }) : t("Never used.")}
        <span className="block">{allOf(scopes.map((scope) => scopeLabels[scope]))}</span>
        <span className="block">
          {networks.length > 0 ? t("From {networks}", { networks: allOf(networks) }) : t("From anywhere")}
        </span>
        <span className="block small muted break-all">{t("In the log: {id}", { id })}</span>
      </span>
      <span className="item__side">
        <Chip icon={state === "works" ? "circle-check" : state === "waiting" ? "clock" : "ban"}>
          {tokenStateLabels[state]}
        </Chip>
        {isOpen ? (
          <ActionForm action={endApiTokenAction} label={t("End the token {name}", { name })} guard={false}>
            <input type="hidden" name="tokenId" value={id} />
            <SubmitButton variant="secondary" small pendingText={t("Ending it")}>
              {t("End")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </span>
    </div>
  );
}
