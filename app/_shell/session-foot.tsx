import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { HideButton } from "@/app/_watch/hide-button";
import { QuickExitButton } from "@/app/_watch/quick-exit-button";
import { SignOutForm } from "@/app/_watch/sign-out-form";
import { WaitingLink } from "@/app/_watch/waiting-link";
import { t } from "@/lib/platform/language/translate";
import { KeysButton } from "./keys-button";
import type { Person } from "./nav";

type SessionFootProps = { person: Person; signOut: () => Promise<void>; leave: () => Promise<void> };

/** Who is signed in, all keys, and the way out. */
export function SessionFoot({ person, signOut, leave }: SessionFootProps) {
  return (
    <div className="side__end">
      <WaitingLink />
      <div className="row row--tight">
        <HideButton />
        <QuickExitButton leave={leave} />
        <LinkButton variant="quiet" small icon="circle-help" href="/guide">
          {t("Help")}
        </LinkButton>
      </div>
      <div className="side__foot">
        <Avatar name={person.name} />
        <div className="side__who">
          <div className="strong">
            {person.href ? <PageLink href={person.href}>{person.name}</PageLink> : person.name}
          </div>
          <div className="small faint">{person.role}</div>
        </div>
        <KeysButton />
        <SignOutForm signOut={signOut}>
          <Button
            type="submit"
            variant="quiet"
            iconOnly
            icon="log-out"
            aria-label={t("Sign out")}
            title={t("Sign out")}
          />
        </SignOutForm>
      </div>
    </div>
  );
}
