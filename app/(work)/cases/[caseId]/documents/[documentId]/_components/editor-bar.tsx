"use client";

import type { Route } from "next";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import type { EditorState } from "../../editor-state";

type Props = { pending: boolean; state: EditorState; zone: string; done: string };

/** Always in sight: the button, and whether the words are saved. */
export function EditorBar({ pending, state, zone, done }: Props) {
  return (
    <div className="editbar row row--between">
      <span className="row">
        <Button type="submit" variant="primary" icon={pending ? "hourglass" : "save"} name="intent" value="save">
          {pending ? t("Saving") : t("Save")}
        </Button>
        <PageLink href={done as Route}>{t("Back to reading")}</PageLink>
      </span>
      <span role="status" className="small">
        <Said pending={pending} state={state} zone={zone} />
      </span>
    </div>
  );
}

function Said({ pending, state, zone }: Omit<Props, "done">) {
  if (pending) return "Saving";
  if (state.status === "failed") {
    return (
      <span className="strong">
        <Icon name="circle-alert" /> {t("Not saved yet. Your words are here.")}
      </span>
    );
  }
  if (state.status === "saved" && state.at) {
    const clock = formatInstant(new Date(state.at), zone).split(", ")[1];
    return (
      <>
        <Icon name="check" /> {t("Saved {clock}, version {version}", { clock, version: state.version })}
      </>
    );
  }
  return <span className="muted">{t("Saves by itself when you pause")}</span>;
}
