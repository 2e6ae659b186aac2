import type { ReactNode } from "react";
import { quickExitAction, signOutAction } from "@/app/(auth)/sign-out/actions";
import { actsOf } from "@/app/(work)/acts";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { isMemberRole, may, roleLabels } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { AppShell } from "./app-shell";
import type { NavItem } from "./nav";

/** The frame of the administration, and of the law when an administrator reads it. */
export function AdminShell({ ctx, children }: { ctx: Ctx; children: ReactNode }) {
  const { role, name, memberId } = ctx.actor;
  if (!isMemberRole(role)) return <div className="main">{children}</div>;
  return (
    <AppShell
      organisation={ctx.orgName}
      person={{
        id: memberId ?? "",
        name,
        role: roleLabels[role],
        href: may({ role }, "people.read") ? "/account/security" : "/account",
      }}
      nav={may({ role }, "people.read") ? forAdmins : forSupervisors}
      acts={actsOf(ctx.actor)}
      find={may({ role }, "case.read")}
      signOut={signOutAction}
      leave={quickExitAction}
    >
      {children}
    </AppShell>
  );
}

const log: NavItem = { href: "/admin/audit", label: t("Log"), icon: "history" };
const alerts: NavItem = { href: "/admin/alerts", label: t("Alerts"), icon: "bell" };

const roles: NavItem = { href: "/admin/roles", label: t("Roles"), icon: "lock" };

const forAdmins: NavItem[] = [
  { href: "/admin/members", label: t("People"), icon: "users" },
  { href: "/admin/invitations", label: t("Invitations"), icon: "user-plus" },
  roles,
  { href: "/officers", label: t("Officers"), icon: "badge-check" },
  { href: "/bodies", label: t("Stations and courts"), short: t("Stations"), icon: "building-2" },
  log,
  alerts,
  { href: "/law", label: t("Law"), icon: "scale" },
  { href: "/admin/law", label: t("Legal information"), short: t("Upkeep"), icon: "book-open" },
  { href: "/admin/forms", label: t("Official forms"), short: t("Forms"), icon: "file-text" },
  { href: "/admin/fields", label: t("Fields"), icon: "layers" },
  { href: "/admin/lists", label: t("Lists of choices"), short: t("Lists"), icon: "list-filter" },
  { href: "/admin/signature", label: t("Packet signature"), short: t("Signature"), icon: "fingerprint" },
  { href: "/admin/webhooks", label: t("Webhooks"), icon: "send" },
  { href: "/admin/connectors", label: t("Connectors"), icon: "inbox" },
  { href: "/exports", label: t("Exports"), short: t("Folders"), icon: "folder" },
  { href: "/admin/api", label: t("API tokens"), short: t("API"), icon: "key-round" },
  { href: "/admin/settings", label: t("Settings"), icon: "settings" },
  { href: "/admin/installation", label: t("Installation"), icon: "clipboard-check" },
];

const forSupervisors: NavItem[] = [{ href: "/", label: t("My work"), icon: "inbox" }, log, alerts, roles];
