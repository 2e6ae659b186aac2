import type { ReactNode } from "react";
import { Page } from "@/app/_shell/app-shell";
import { type Acting, may } from "@/lib/kernel/access/roles";

/** The officers' layout has its own main element. */
export function GuideFrame({ actor, children }: { actor: Acting; children: ReactNode }) {
  if (may(actor, "handover.read")) return <div className="stack stack--l">{children}</div>;
  return <Page>{children}</Page>;
}
