import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { scopeLabels } from "@/lib/integrations/api-tokens/labels";
import type { ApiTokenView } from "@/lib/integrations/api-tokens/types";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { agreeToApiTokenAction, endOwnApiTokenAction } from "../actions";

type Props = { tokens: readonly ApiTokenView[]; zone: string; confirm: Confirmation };

/** The programs that act in this member's name, and those that wait for their word. Nothing where there are none. */
export function TokensPanel({ tokens, zone, confirm }: Props) {
  if (tokens.length === 0) return null;
  return (
    <Panel id="programs" title={t("Programs that act in your name")}>
      <p className="read">
        {t(
          "Such a program sees your cases and does in them what is named below; the log says that it was the program. Agree only if you know what it is for. You can end it at any time.",
        )}
      </p>
      {tokens.map((token) => (
        <OwnToken key={token.id} token={token} zone={zone} confirm={confirm} />
      ))}
    </Panel>
  );
}

function OwnToken({ token, zone, confirm }: { token: ApiTokenView; zone: string; confirm: Confirmation }) {
  const { id, name, madeBy, scopes, expiresAt, state, lastUsedOn } = token;
  const waits = state === "waiting";
  return (
    <section className="stack" aria-label={name}>
      <h3>{name}</h3>
      <p>
        {t("Asked for by {madeBy}, until {until}.", { madeBy, until: formatInstant(expiresAt, zone) })}{" "}
        {lastUsedOn ? t("Last used on {day} (UTC).", { day: formatDate(lastUsedOn) }) : t("Never used.")}
      </p>
      <p>{allOf(scopes.map((scope) => scopeLabels[scope]))}</p>
      {waits ? (
        <ActionForm
          action={agreeToApiTokenAction}
          label={t("Agree to {name}", { name })}
          guard={false}
          prefix={`agree-${id}`}
        >
          <input type="hidden" name="tokenId" value={id} />
          <ConfirmField asks={confirm} />
          <div className="row">
            <SubmitButton pendingText={t("Agreeing")}>{t("Agree")}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      <ActionForm
        action={endOwnApiTokenAction}
        label={waits ? t("Refuse {name}", { name }) : t("End the token {name}", { name })}
        guard={false}
        prefix={`end-${id}`}
      >
        <input type="hidden" name="tokenId" value={id} />
        <div className="row">
          <SubmitButton variant="danger" pendingText={t("Ending it")}>
            {waits ? t("Refuse") : t("End")}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
