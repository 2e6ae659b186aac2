import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Page } from "@/app/_shell/app-shell";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { offeredCode } from "@/lib/auth/codes/offered-code";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { listDevices } from "@/lib/auth/sessions/known-devices";
import { listSessions } from "@/lib/auth/sessions/list-sessions";
import { requireCtx, sessionToken } from "@/lib/auth/sessions/session";
import { readStanding } from "@/lib/auth/sessions/standing";
import { readSsoLink, type SsoLink } from "@/lib/auth/sso/read-sso-link";
import { ssoSettings } from "@/lib/auth/sso/settings";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { AppPanel } from "./_components/app-panel";
import { CodesPanel } from "./_components/codes-panel";
import { ConfirmPanel } from "./_components/confirm-panel";
import { DevicesPanel } from "./_components/devices-panel";
import { PasskeysPanel } from "./_components/passkeys-panel";
import { PasswordPanel } from "./_components/password-panel";
import { SessionsPanel } from "./_components/sessions-panel";
import { SsoPanel } from "./_components/sso-panel";
import { makeCodesAction } from "./actions";

export const metadata: Metadata = { title: t("Security") };

/** How a person proves who they are, for every role. What changes it shows after a fresh proof. */
export default async function SecurityPage({ searchParams }: { searchParams: Promise<{ sso?: string | string[] }> }) {
  const ctx = await requireCtx("own.security");
  const service = ssoSettings();
  const { sso: came } = await searchParams;
  const standing = await readStanding();
  const token = await sessionToken();
  if (!standing || !token) redirect("/sign-in");
  const passkeys = await listPasskeys(token);
  const zone = officeZone();
  const { mayAdd, totpAt, codesLeft, codeUsedAt, aal, waitsUntil, totpLockedAt, freshness } = standing;
  // While it is waiting, what an intruder may have added can be undone with any fresh proof.
  const undoes = waitsUntil !== null && freshness !== null;
  // The officers' layout has its own main element.
  const Frame = may(ctx.actor, "handover.read") ? Stack : Page;
  const act = passkeys.length > 0 && !waitsUntil ? "factor.change" : "factor.first_passkey";
  return (
    <Frame>
      <PageHead guide="sign-in" title={t("Security")}>
        {t("How you prove who you are when you sign in, and before acts that matter, and where you are signed in.")}
      </PageHead>
      {codeUsedAt ? (
        <Notice
          kind="warning"
          title={t("A recovery code was used on {codeUsedAt}", { codeUsedAt: formatInstant(codeUsedAt, zone) })}
        >
          {t(
            "If it was not you, ask an administrator for a new sign-in link now. If it was, remove what you lost and make new codes.",
          )}
        </Notice>
      ) : null}
      {waitsUntil ? <WaitingPasskey until={waitsUntil} zone={zone} organisation={ctx.orgName} /> : null}
      {totpLockedAt ? (
        <Notice
          kind="warning"
          title={t("Codes of your app are locked since {totpLockedAt}", {
            totpLockedAt: formatInstant(totpLockedAt, zone),
          })}
        >
          {t(
            "100 wrong codes were entered in a row, so someone else may know your password: change it. An administrator or a supervisor other than you can unlock the codes under Alerts. If you set up a new app on this page, its codes work at once.",
          )}
        </Notice>
      ) : null}
      {service && typeof came === "string" ? <CameBack how={came} label={service.label} /> : null}
      {mayAdd || undoes ? null : <ConfirmPanel asks={await askedToConfirm(ctx, act)} />}
      <div className="cols cols--2">
        <div className="stack stack--l">
          <PasskeysPanel
            passkeys={passkeys}
            zone={zone}
            changes={mayAdd}
            undoes={undoes}
            last={passkeys.length === 1 && !totpAt}
          />
          {service ? (
            <SsoPanel
              label={service.label}
              link={linked(await readSsoLink(token), service)}
              zone={zone}
              asks={await askedToConfirm(ctx, "sso.link")}
            />
          ) : null}
        </div>
        <div className="stack stack--l">
          {aal === "demo" ? null : <PasswordPanel changes={mayAdd || undoes} />}
          <AppPanel
            since={totpAt}
            zone={zone}
            changes={mayAdd}
            last={passkeys.length === 0}
            seed={mayAdd ? await offeredCode(standing) : null}
          />
          <CodesPanel left={codesLeft} changes={mayAdd} make={makeCodesAction} />
        </div>
      </div>
      <div className="cols cols--2">
        <SessionsPanel sessions={await listSessions(token)} zone={zone} />
        <DevicesPanel devices={await listDevices(token)} zone={zone} />
      </div>
    </Frame>
  );
}

/** Until when, and whom to ask: nobody can approve it for themselves. */
function WaitingPasskey({ until, zone, organisation }: { until: Date; zone: string; organisation: string }) {
  return (
    <Notice
      kind="warning"
      title={t("You can use your passkey for actions that need one from {until}", {
        until: formatInstant(until, zone),
      })}
    >
      <p>
        {t(
          "It was added in a session that was not confirmed with a passkey, and people can be tricked into giving away a password and a code. You can already sign in with it. Until then nothing else can be added here.",
        )}
      </p>
      <p>
        {t(
          "To use it sooner, phone an administrator or a supervisor of {organisation} other than yourself. They can allow it under Alerts, once they are sure that it was you who added it. If it was not you, confirm below, then remove it and change your password.",
          { organisation },
        )}
      </p>
    </Notice>
  );
}

function Stack({ children }: { children: ReactNode }) {
  return <div className="stack stack--l">{children}</div>;
}

/** Whether the service that the person is connected with is the one that the installation has now. */
function linked(link: SsoLink | null, { issuer }: { issuer: string }) {
  return link && { ...link, current: link.issuer === issuer };
}

/** What became of the journey to the sign-in service; for any other word nothing. */
function CameBack({ how, label }: { how: string; label: string }) {
  if (how === "connected")
    return <Notice kind="done" title={t("Connected with {label}. Sign in with it next time.", { label })} />;
  if (how !== "not_connected") return null;
  return (
    <Notice kind="warning" title={t("Not connected with {label}", { label })}>
      {t(
        "It took longer than five minutes, it was stopped there, or that account is connected with somebody here already. Try again, or ask an administrator.",
      )}
    </Notice>
  );
}
