import type { ReactNode } from "react";
import { Panel } from "@/app/_ui/panel";

type Props = { id: string; title: string; about: string; children: ReactNode };

/** A part of a long form: visually a panel, for screen readers a named group. */
export function FormSection({ id, title, about, children }: Props) {
  return (
    <Panel id={id} title={title}>
      <fieldset className="stack stack--l">
        <legend className="vh">{title}</legend>
        <p className="muted">{about}</p>
        {children}
      </fieldset>
    </Panel>
  );
}
