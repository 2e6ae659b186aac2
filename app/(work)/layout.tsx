import type { ReactNode } from "react";
import { AdminShell } from "@/app/_shell/admin-shell";
import { AppShell } from "@/app/_shell/app-shell";
import type { Shortcut } from "@/app/_shell/shortcut-keys";
import { quickExitAction, signOutAction } from "@/app/(auth)/sign-out/actions";
import LiaisonLayout from "@/app/(liaison)/layout";
import { readCtx } from "@/lib/auth/sessions/session";
import { isMemberRole, may, roleLabels } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { NewCaseDrawer } from "./_components/new-case-drawer";
import { actsOf } from "./acts";
import { navFor } from "./nav-for";
import { readNav } from "./read-nav";

/** Draws the frame and guards nothing: each page asks for itself, and a person without a place here sees its 404. */
export default async function WorkLayout({ children, section }: LayoutProps<"/">) {
  const ctx = await readCtx();
  if (!ctx || !isMemberRole(ctx.actor.role)) return <Bare>{children}</Bare>;
  // An administrator reads the law and keeps the officers here, and sees no case.
  if (may(ctx.actor, "law.write")) return <AdminShell ctx={ctx}>{children}</AdminShell>;
  if (may(ctx.actor, "handover.read")) return <LiaisonLayout>{children}</LiaisonLayout>;
  if (!may(ctx.actor, "case.read")) return <Bare>{children}</Bare>;
  const counts = await readNav(ctx);
  const nav = navFor(counts, may(ctx.actor, "team.read"));
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
      acts={actsOf(ctx.actor)}
      signOut={signOutAction}
      leave={quickExitAction}
    >
      {children}
      {may(ctx.actor, "case.open") ? <NewCaseDrawer /> : null}
    </AppShell>
  );
}

/** The five of the day on a phone; the menu has them all. */
const phoneTabs = ["/", "/cases", "/references", "/deadlines", "/packets"];

function Bare({ children }: { children: ReactNode }) {
  return <div className="main">{children}</div>;
}

const shortcuts: Shortcut[] = [
  { keys: "g w", label: t("My work"), href: "/" },
  { keys: "g c", label: t("Cases"), href: "/cases" },
  { keys: "g r", label: t("References"), href: "/references" },
  { keys: "g d", label: t("Deadlines"), href: "/deadlines" },
  { keys: "g p", label: t("Packets"), href: "/packets" },
  { keys: "g l", label: t("Law"), href: "/law" },
];
