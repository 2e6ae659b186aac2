import type { ReactNode } from "react";
import type { IconName } from "@/app/_ui/icon-names";
import { LinkButton } from "@/app/_ui/link-button";
import { t } from "@/lib/platform/language/translate";
import { type BoardForm, boardAddress } from "../board-address";
import type { Board } from "./board";

type Props = {
  board: Board;
  form: BoardForm;
  /** The record whose form it is. */
  of: string;
  /** The anchor of its card on the page: `#account-3`. */
  place: string;
  label: string;
  /** Says of what, to who hears the link alone. */
  name: string;
  icon: IconName;
  children: () => ReactNode;
};

/** A link to a form; the form itself where the address asks for it. Works without script. */
export function OnDemand({ board, form, of, place, label, name, icon, children }: Props) {
  const { caseId, openForm, state } = board;
  if (openForm?.form !== form || openForm.of !== of) {
    return (
      <LinkButton
        icon={icon}
        href={boardAddress(caseId, { ...state, form, of }, place)}
        aria-label={`${label}: ${name}`}
      >
        {label}
      </LinkButton>
    );
  }
  return (
    <div className="stack panel panel__body">
      {children()}
      <p>
        <LinkButton variant="quiet" small icon="x" href={boardAddress(caseId, state, place)}>
          {t("Close the form")}
        </LinkButton>
      </p>
    </div>
  );
}
