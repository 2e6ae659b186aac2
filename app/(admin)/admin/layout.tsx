import { AppShell } from "@/app/_shell/app-shell";
import type { NavItem } from "@/app/_shell/nav";
import { signOutAction } from "@/app/(auth)/sign-out/actions";
import { may, roleLabels } from "@/lib/access/roles";
import { readCtx } from "@/lib/auth/session";

/** Draws the frame and guards nothing: each page asks for itself. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const ctx = await readCtx();
  if (!ctx || ctx.actor.role === "service" || !may(ctx.actor.role, "audit.read")) {
    return <div className="main">{children}</div>;
  }
  return (
    <AppShell
      organisation={ctx.orgName}
      person={{ name: ctx.actor.name, role: roleLabels[ctx.actor.role] }}
      nav={may(ctx.actor.role, "people.read") ? forAdmins : forSupervisors}
      find={may(ctx.actor.role, "case.read")}
      signOut={signOutAction}
    >
      {children}
    </AppShell>
  );
}

const log: NavItem = { href: "/admin/audit", label: "Log", icon: "history" };

const forAdmins: NavItem[] = [
  { href: "/admin/members", label: "People", icon: "users" },
  { href: "/admin/invitations", label: "Invitations", icon: "user-plus" },
  log,
  { href: "/admin/settings", label: "Settings", icon: "settings" },
];

const forSupervisors: NavItem[] = [{ href: "/", label: "My work", icon: "inbox" }, log];
