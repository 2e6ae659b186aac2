import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type DisclosureProps = {
  label: ReactNode;
  /** With an icon it looks like a button: for a form that adds something. */
  icon?: IconName;
  id?: string;
  open?: boolean;
  children: ReactNode;
};

/** Something that is there when it is wanted; works without script. */
export function Disclosure({ label, icon, id, open, children }: DisclosureProps) {
  return (
    <details className={icon ? "stack" : "disclosure"} id={id} open={open}>
      <summary className={classes(icon && "btn btn--secondary")}>
        {icon ? <Icon name={icon} /> : null}
        {label}
      </summary>
      {icon ? children : <div className="disclosure__body">{children}</div>}
    </details>
  );
}
