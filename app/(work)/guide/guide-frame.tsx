import type { ReactNode } from "react";
import { Page } from "@/app/_shell/app-shell";
import { type ActingRole, may } from "@/lib/kernel/access/roles";

/** The officers' layout has its own main element. */
export function GuideFrame({ role, children }: { role: ActingRole; children: ReactNode }) {
  if (may(role, "handover.read")) return <div className="stack stack--l">{children}</div>;
  return <Page>{children}</Page>;
}
