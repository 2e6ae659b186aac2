"use client";

import { usePathname } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "./button";
import { Notice } from "./notice";
import { forgetSaid, listenSaid, readSaid } from "./said";

const onServer = () => null;

/**
 * What an act answered when its form went from the page with it, such as “Step begun” where only what was begun has
 * other forms. It stays until the next act, the next page, or until it is closed.
 */
export function SaidLine() {
  const said = useSyncExternalStore(listenSaid, readSaid, onServer);
  const path = usePathname();
  useEffect(() => forgetSaid, [path]);
  return (
    <div className="said noprint" role="status">
      {said ? (
        <Notice kind="done" icon="check" title={said}>
          <Button look="quiet" small onClick={forgetSaid}>
            Close
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}
