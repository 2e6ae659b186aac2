import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "danger-solid";

export type ButtonStyle = {
  variant?: ButtonVariant;
  small?: boolean;
  icon?: IconName;
  iconOnly?: boolean;
  className?: string;
};

export function buttonClass({ variant = "secondary", small, iconOnly, className }: ButtonStyle): string {
  return classes("btn", `btn--${variant}`, small && "btn--small", iconOnly && "btn--icon", className);
}

type ButtonProps = ButtonStyle & Omit<ComponentProps<"button">, "className">;

/** One primary button in a view. With `iconOnly`, give `aria-label`. A refused act is hidden, not greyed. */
export function Button({ variant, small, icon, iconOnly, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass({ variant, small, iconOnly, className })} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A plain link for files and other things that the router must not fetch. */
export function DownloadButton({
  variant,
  small,
  icon = "download",
  className,
  children,
  href,
}: ButtonStyle & { href: string; children: ReactNode }) {
  return (
    <a href={href} download className={buttonClass({ variant, small, className })}>
      <Icon name={icon} />
      {children}
    </a>
  );
}
