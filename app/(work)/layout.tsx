import type { ReactNode } from "react";
import { AdminShell } from "@/app/_shell/admin-shell";
import { AppShell } from "@/app/_shell/app-shell";
import type { NavItem } from "@/app/_shell/nav";
import type { Shortcut } from "@/app/_shell/shortcut-keys";
import { quickExitAction, signOutAction } from "@/app/(auth)/sign-out/actions";
import LiaisonLayout from "@/app/(liaison)/layout";
import { readCtx } from "@/lib/auth/sessions/session";
import { may, roleLabels } from "@/lib/kernel/access/roles";
import { readNavCounts } from "@/lib/oversight/my-work/queries";
import type { NavCounts } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { actsOf } from "./acts";

/** Draws the frame and guards nothing: each page asks for itself, and a person without a place here sees its 404. */
export default async function WorkLayout({ children, section }: LayoutProps<"/">) {
  const ctx = await readCtx();
  if (!ctx || ctx.actor.role === "service") return <Bare>{children}</Bare>;
  // An administrator reads the law and keeps the officers here, and sees no case.
  if (may(ctx.actor.role, "law.write")) return <AdminShell ctx={ctx}>{children}</AdminShell>;
  if (may(ctx.actor.role, "handover.read")) return <LiaisonLayout>{children}</LiaisonLayout>;
  if (!may(ctx.actor.role, "case.read")) return <Bare>{children}</Bare>;
  const counts = await readNavCounts(ctx);
  const nav = navFor(counts, may(ctx.actor.role, "team.read"));
  return (
    <AppShell
      organisation={ctx.orgName}
      person={{
        id: ctx.actor.memberId ?? "",
        name: ctx.actor.name,
        role: roleLabels[ctx.actor.role],
        href: "/account",
      }}
      nav={nav}
      tabs={phoneTabs.flatMap((href) => nav.find((item) => item.href === href) ?? [])}
      section={section}
      shortcuts={shortcuts}
      acts={actsOf(ctx.actor.role)}
      signOut={signOutAction}
      leave={quickExitAction}
    >
      {children}
    </AppShell>
  );
}

/** The five of the day on a phone; the menu has them all. */
const phoneTabs = ["/", "/cases", "/references", "/deadlines", "/packets"];

function Bare({ children }: { children: ReactNode }) {
  return <div className="main">{children}</div>;
}

const shown = (count: number) => (count > 99 ? "99+" : count > 0 ? count : undefined);

function navFor(counts: NavCounts, supervisor: boolean): NavItem[] {
  const forAll: NavItem[] = [
    { href: "/", label: t("My work"), icon: "inbox", count: shown(counts.overdue), alert: true },
    { href: "/cases", label: t("Cases"), icon: "folder" },
    { href: "/clients", label: t("Clients"), icon: "user" },
    { href: "/references", label: t("References"), short: t("Refs"), icon: "hash" },
    { href: "/deadlines", label: t("Deadlines"), icon: "calendar-days", count: shown(counts.deadlines) },
    { href: "/packets", label: t("Packets"), icon: "package" },
    { href: "/officers", label: t("Officers"), icon: "badge-check" },
    { href: "/services", label: t("Services"), icon: "users" },
    { href: "/requests", label: t("Requests"), icon: "mail" },
    { href: "/law", label: t("Law"), icon: "scale" },
  ];
  if (!supervisor) return forAll;
  return [
    ...forAll,
    { href: "/approvals", label: t("Approvals"), icon: "stamp", count: shown(counts.approvals), alert: true },
    { href: "/team", label: t("Team"), icon: "users" },
    { href: "/reports", label: t("Reports"), icon: "chart-column" },
    { href: "/keeping", label: t("Retention"), icon: "lock" },
    { href: "/breaches", label: t("Breaches"), icon: "triangle-alert" },
  ];
}

const shortcuts: Shortcut[] = [
  { keys: "g w", label: t("My work"), href: "/" },
  { keys: "g c", label: t("Cases"), href: "/cases" },
  { keys: "g r", label: t("References"), href: "/references" },
  { keys: "g d", label: t("Deadlines"), href: "/deadlines" },
  { keys: "g p", label: t("Packets"), href: "/packets" },
  { keys: "g l", label: t("Law"), href: "/law" },
];
