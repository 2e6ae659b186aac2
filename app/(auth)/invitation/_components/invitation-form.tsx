"use client";

import { useEffect, useState } from "react";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { acceptInvitationAction } from "../actions";

type Offer = { organisation: string; role: string; email: string; name: string; renewal: boolean; keeps: boolean };
type Read = (token: string) => Promise<Offer | "waits" | null>;

/** With script the token is read from the address; without, the person pastes the link. */
export function InvitationForm({ read }: { read: Read }) {
  const { token, offer, waits } = useInvitation(read);
  if (token !== "" && waits) {
    return (
      <Notice title={t("A supervisor has to agree first")}>
        {t(
          "This link gives access to cases, so a second person of your organisation releases it. Open the same link again when they have told you.",
        )}
      </Notice>
    );
  }
  if (token !== "" && offer === null) {
    return (
      <Notice kind="warning" title={t("This invitation is closed")}>
        {t("It was used, withdrawn or has expired. Ask an administrator of your organisation for a new one.")}
      </Notice>
    );
  }
  return (
    <>
      {offer ? <OfferNotice offer={offer} /> : null}
      <ActionForm action={acceptInvitationAction} label={t("Join your organisation")}>
        {token ? (
          <input type="hidden" name="token" value={token} />
        ) : (
          <TextField
            name="token"
            label={t("Invitation link")}
            hint={t("Paste the whole link that the administrator gave you.")}
            required
          />
        )}
        {offer?.renewal ? (
          <input type="hidden" name="name" value={offer.name} />
        ) : (
          <TextField
            key={offer?.name}
            name="name"
            label={t("Your name")}
            defaultValue={offer?.name}
            autoComplete="name"
            required
          />
        )}
        <TextField
          name="password"
          label={t("Choose a password")}
          hint={t("At least 15 characters. Four or five words that you can remember do well.")}
          type="password"
          autoComplete="new-password"
          required
        />
        <div className="row">
          {offer?.renewal ? (
            <SubmitButton pendingText={t("Saving the password")}>{t("Save and sign in")}</SubmitButton>
          ) : (
            <SubmitButton pendingText={t("Joining")}>{t("Join and sign in")}</SubmitButton>
          )}
        </div>
      </ActionForm>
    </>
  );
}

function OfferNotice({ offer }: { offer: Offer }) {
  if (offer.renewal) {
    return (
      <Notice title={t("A new password for {name}", { name: offer.name })}>
        {t("You sign in to {organisation} with {email}. Your old password and open sessions stop. {value}", {
          organisation: offer.organisation,
          email: offer.email,
          value: offer.keeps
            ? t("Your passkeys and codes stay: have one of them at hand.")
            : t("Your passkeys and codes stop too: you set up a new device next."),
        })}
      </Notice>
    );
  }
  return (
    <Notice
      title={t("{organisation} invites you as {value}", {
        organisation: offer.organisation,
        value: offer.role.toLowerCase(),
      })}
    >
      {t("You will sign in with {email}.", { email: offer.email })}
    </Notice>
  );
}

/** Takes the token out of the address at once, so that it does not stay in the history. */
function useInvitation(read: Read) {
  const [token, setToken] = useState("");
  const [answer, setAnswer] = useState<Offer | "waits" | null>();
  useEffect(() => {
    const found = window.location.hash.slice(1);
    if (!found) return;
    window.history.replaceState(null, "", window.location.pathname);
    setToken(found);
    read(found).then(setAnswer, () => setAnswer(undefined));
  }, [read]);
  const waits = answer === "waits";
  return { token, offer: waits ? undefined : answer, waits };
}
