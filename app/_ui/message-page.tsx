import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

/** A whole page that says one thing: what happened, what it means, and what can be done. */
export function MessagePage(props: { icon: IconName; title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="messagepage">
      <Icon name={props.icon} />
      <h1>{props.title}</h1>
      {props.children}
      {props.actions ? <div className="row">{props.actions}</div> : null}
    </div>
  );
}
