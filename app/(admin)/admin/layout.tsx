import { AdminShell } from "@/app/_shell/admin-shell";
import { readCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";

/** Draws the frame and guards nothing: each page asks for itself. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const ctx = await readCtx();
  if (!ctx || !may(ctx.actor, "audit.read")) return <div className="main">{children}</div>;
  return <AdminShell ctx={ctx}>{children}</AdminShell>;
}
