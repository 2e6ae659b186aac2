"use client";

import type { ReactNode } from "react";
import { t } from "@/lib/platform/language/translate";
import { Button } from "./button";

type ComingProps = {
  failed: boolean;
  /** Tries again. */
  ask: () => void;
  /** The way that needs no script, as a link. */
  children?: ReactNode;
};

/** In the place of what `useLater` fetches: on its way, or not come, with a way to try again. */
export function Coming({ failed, ask, children }: ComingProps) {
  return (
    <div className="stack" aria-busy={!failed}>
      <p role="status">{failed ? t("This part did not load. Check the connection.") : t("Loading")}</p>
      {failed ? (
        <div className="row">
          <Button icon="rotate-ccw" onClick={ask}>
            {t("Try again")}
          </Button>
          {children}
        </div>
      ) : null}
    </div>
  );
}
