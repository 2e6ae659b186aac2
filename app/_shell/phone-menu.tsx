"use client";

import { usePathname } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { SignOutForm } from "@/app/_watch/sign-out-form";
import { t } from "@/lib/platform/language/translate";
import type { NavItem, Person } from "./nav";
import { NavLinks } from "./nav-links";

type PhoneMenuProps = {
  nav: readonly NavItem[];
  person: Person;
  organisation: string;
  signOut: () => Promise<void>;
};

/**
 * Everything that does not fit in the tab bar. A `details`, so that it opens without JavaScript; navigation closes it.
 */
export function PhoneMenu({ nav, person, organisation, signOut }: PhoneMenuProps) {
  const path = usePathname();
  return (
    <details className="phonemenu" key={path}>
      <summary className="btn btn--quiet btn--icon" aria-label={t("Menu")}>
        <Icon name="menu" />
      </summary>
      <div className="phonemenu__sheet">
        <nav className="nav" aria-label={t("Menu")}>
          <NavLinks items={[...nav, { href: "/guide", label: t("Help"), icon: "circle-help" }]} />
        </nav>
        <div className="phonemenu__foot">
          <div>
            <div className="strong">{person.name}</div>
            <div className="small faint">
              {person.role}, {organisation}
            </div>
          </div>
          <SignOutForm signOut={signOut}>
            <Button type="submit" icon="log-out">
              {t("Sign out")}
            </Button>
          </SignOutForm>
        </div>
      </div>
    </details>
  );
}
