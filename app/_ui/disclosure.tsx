import type { ReactNode } from "react";

/** Something that is there when it is wanted: works without script, opens by itself when a link leads to its id. */
export function Disclosure({
  label,
  id,
  open,
  children,
}: {
  label: ReactNode;
  id?: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="disclosure" id={id} open={open}>
      <summary>{label}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
