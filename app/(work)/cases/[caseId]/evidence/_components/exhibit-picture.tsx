import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { fileKindLabels } from "@/lib/evidence/labels";
import { hasPicture } from "@/lib/evidence/rules";
import type { ExhibitLook, ExhibitView } from "@/lib/evidence/types";
import { HoldToReveal } from "./hold-to-reveal";

/** The blurred picture of an exhibit, or a sign for what it is when nothing can be drawn. */
export function ExhibitPicture({ exhibit, large }: { exhibit: ExhibitView; large?: boolean }) {
  const { id, label, look } = exhibit;
  if (hasPicture(look)) return <HoldToReveal exhibitId={id} label={label} large={large} />;
  return (
    <div className={classes("exhibit__view", large && "exhibit__view--large")}>
      <div className="exhibit__sign">
        <Icon name={signOf(look)} />
        <span className="small">{look ? fileKindLabels[look.kind] : "Being looked into"}</span>
      </div>
    </div>
  );
}

function signOf(look: ExhibitLook | null): IconName {
  if (!look) return "hourglass";
  if (look.problem === "password_protected") return "file-lock";
  if (look.problem) return "triangle-alert";
  return look.kind === "eml" ? "mail" : look.kind === "text" ? "file-text" : "file";
}
