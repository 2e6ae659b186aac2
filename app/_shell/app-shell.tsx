import type { ReactNode } from "react";
import { AnnouncementLine } from "@/app/_ui/announcement-line";
import { Brand } from "@/app/_ui/brand";
import { DemoBar } from "@/app/_ui/demo-bar";
import { HideButton } from "@/app/_watch/hide-button";
import { QuickExitButton } from "@/app/_watch/quick-exit-button";
import { WaitingLink } from "@/app/_watch/waiting-link";
import { Watch } from "@/app/_watch/watch";
import { seekAction } from "@/app/(work)/search/actions";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";
import type { NavItem, Person } from "./nav";
import { NavLinks, TabLinks } from "./nav-links";
import { PageTop } from "./page-top";
import { Palette } from "./palette";
import { PaletteButton } from "./palette-button";
import type { Act } from "./palette-rules";
import { PhoneMenu } from "./phone-menu";
import { SearchBox } from "./search-box";
import { SessionFoot } from "./session-foot";
import { type Shortcut, ShortcutKeys } from "./shortcut-keys";
import { SignInNotices } from "./sign-in-notices";

type AppShellProps = {
  organisation: string;
  person: Person;
  nav: readonly NavItem[];
  /** The five of the phone's tab bar; the first five of `nav` when left out. */
  tabs?: readonly NavItem[];
  /** The navigation of one case: a `SideSection`. */
  section?: ReactNode;
  shortcuts?: readonly Shortcut[];
  /** What the person may start that hangs on no case. */
  acts?: readonly Act[];
  /** Off for people who see no case: there is nothing for them to find. */
  find?: boolean;
  signOut: () => Promise<void>;
  /** The same at once, to a page that says nothing. */
  leave: () => Promise<void>;
  children: ReactNode;
};

/** The frame of the inside. Its children are a header, when there is one, and a `Page`. */
export function AppShell(props: AppShellProps) {
  const { organisation, person, nav, tabs = nav.slice(0, 5), section, shortcuts = [], signOut, leave } = props;
  const { acts = [], find = true, children } = props;
  return (
    <div className="app">
      <aside className="side" aria-label={t("Navigation")}>
        <div>
          <Brand href="/" note={organisation} />
        </div>
        {find ? <SearchBox seek={seekAction} /> : null}
        <nav className="nav" aria-label={t("Main")}>
          <NavLinks items={nav} />
        </nav>
        <div className="side__slot">{section}</div>
        <SessionFoot person={person} signOut={signOut} leave={leave} />
      </aside>
      <header className="topbar">
        <Brand href="/" />
        <WaitingLink />
        <HideButton iconOnly />
        <QuickExitButton leave={leave} />
        {find ? <PaletteButton /> : null}
        <PhoneMenu nav={nav} person={person} organisation={organisation} signOut={signOut} />
      </header>
      <div className="main">
        {env().DEMO ? <DemoBar /> : null}
        {children}
      </div>
      <nav className="tabbar" aria-label={t("Main pages")}>
        <TabLinks items={tabs} />
      </nav>
      <PageTop />
      <AnnouncementLine />
      <Watch who={person.id} />
      <ShortcutKeys shortcuts={shortcuts} find={find} />
      {find ? <Palette pages={nav.map(({ href, label }) => ({ href, label }))} acts={acts} seek={seekAction} /> : null}
    </div>
  );
}

/** The part of the page that changes. `id` is where the skip link leads. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <main className="page" id="main" tabIndex={-1}>
      <SignInNotices />
      {children}
    </main>
  );
}
