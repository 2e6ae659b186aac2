"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { isCurrent } from "@/app/_shell/nav";

/** A slot keeps its last picture when the router moves to a page it knows nothing of: this takes it away. */
export function OnlyBelow({ path, children }: { path: string; children: ReactNode }) {
  return isCurrent(usePathname(), path) ? children : null;
}
