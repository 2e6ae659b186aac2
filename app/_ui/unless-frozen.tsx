"use client";

import type { ReactNode } from "react";
import { t } from "@/lib/platform/language/translate";
import { useFrozen } from "./frozen";
import { Icon } from "./icon";

/**
 * What gives something of a case out, or leads to a form that changes it. While the case is restricted its place says so:
 * `what` names it, as "Certificate of handover" or "A copy without metadata".
 */
export function UnlessFrozen({ what, children }: { what: string; children: ReactNode }) {
  if (!useFrozen()) return children;
  return (
    <span className="small muted">
      <Icon name="lock" /> {t("{what}: not while the case is restricted.", { what })}
    </span>
  );
}
