import type { ReactNode } from "react";
import { Panel } from "@/app/_ui/panel";

/** One piece of app/_ui under the name of its file, with its states below one another. */
export function Piece({ file, children }: { file: string; children: ReactNode }) {
  return (
    <Panel title={file} id={file}>
      {children}
    </Panel>
  );
}

/** One state, with its name. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="stack stack--s">
      <p className="small muted">{name}</p>
      <div>{children}</div>
    </div>
  );
}
