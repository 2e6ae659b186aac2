import type { Route } from "next";
import type { ReactNode } from "react";
import { AnnouncementLine } from "@/app/_ui/announcement-line";
import { Brand } from "@/app/_ui/brand";
import { Button } from "@/app/_ui/button";
import { DemoBar } from "@/app/_ui/demo-bar";
import { PageLink } from "@/app/_ui/page-link";
import { HideButton } from "@/app/_watch/hide-button";
import { SignOutForm } from "@/app/_watch/sign-out-form";
import { Watch } from "@/app/_watch/watch";
import { t } from "@/lib/platform/language/translate";

type PortalShellProps = {
  person: { id: string; name: string; place: string };
  /** Who handed the packets over and how to reach them, as the organisation set it. */
  contact: string;
  demo: boolean;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** The frame for officers. It shares nothing with the inside: no navigation, no search, no counts. */
export function PortalShell({ person, contact, demo, signOut, children }: PortalShellProps) {
  return (
    <div className="plain">
      <header className="plain__top">
        <Brand href="/portal" note={t("Officer portal")} />
        <span className="row row--tight">
          <span className="strong">{person.name}</span>
          <span className="muted">{person.place}</span>
          <PageLink href="/account/security">{t("Security")}</PageLink>
          <PageLink href="/guide">{t("Help")}</PageLink>
        </span>
        <HideButton />
        <SignOutForm signOut={signOut}>
          <Button type="submit" variant="quiet" icon="log-out">
            {t("Sign out")}
          </Button>
        </SignOutForm>
      </header>
      <main className="page" id="main" tabIndex={-1}>
        {demo ? <DemoBar /> : null}
        {children}
      </main>
      <AnnouncementLine />
      <Watch who={person.id} />
      <footer className="plain__foot">
        <span>{contact}</span>
        <PageLink href={"/verify" as Route}>{t("Check a packet number")}</PageLink>
        <span>{t("Everything you open or download here is logged and shown to the organisation.")}</span>
      </footer>
    </div>
  );
}
