import type { ReactNode } from "react";
import { quickExitAction, signOutAction } from "@/app/(auth)/sign-out/actions";
import { actsOf } from "@/app/(work)/acts";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { may, roleLabels } from "@/lib/kernel/access/roles";
import { AppShell } from "./app-shell";
import type { NavItem } from "./nav";

/** The frame of the administration, and of the law when an administrator reads it. */
export function AdminShell({ ctx, children }: { ctx: Ctx; children: ReactNode }) {
  const { role, name, memberId } = ctx.actor;
  if (role === "service") return <div className="main">{children}</div>;
  return (
    <AppShell
      organisation={ctx.orgName}
      person={{
        id: memberId ?? "",
        name,
        role: roleLabels[role],
        href: may(role, "people.read") ? "/account/security" : "/account",
      }}
      nav={may(role, "people.read") ? forAdmins : forSupervisors}
      acts={actsOf(role)}
      find={may(role, "case.read")}
      signOut={signOutAction}
      leave={quickExitAction}
    >
      {children}
    </AppShell>
  );
}

const log: NavItem = { href: "/admin/audit", label: "Log", icon: "history" };
const alerts: NavItem = { href: "/admin/alerts", label: "Alerts", icon: "bell" };

const forAdmins: NavItem[] = [
  { href: "/admin/members", label: "People", icon: "users" },
  { href: "/admin/invitations", label: "Invitations", icon: "user-plus" },
  { href: "/officers", label: "Officers", icon: "badge-check" },
  log,
  alerts,
  { href: "/law", label: "Law", icon: "scale" },
  { href: "/admin/law", label: "Legal information", short: "Upkeep", icon: "book-open" },
  { href: "/admin/signature", label: "Packet signature", short: "Signature", icon: "fingerprint" },
  { href: "/exports", label: "Exports", short: "Folders", icon: "folder" },
  { href: "/admin/settings", label: "Settings", icon: "settings" },
];

const forSupervisors: NavItem[] = [{ href: "/", label: "My work", icon: "inbox" }, log, alerts];
