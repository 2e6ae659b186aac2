import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { notOpenedTitle } from "@/app/(work)/_components/not-opened";
import { fileKindOf } from "@/lib/evidence/exhibits/labels";
import { hasPicture } from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook, ExhibitView } from "@/lib/evidence/exhibits/types";
import { pagesOf } from "@/lib/evidence/exposure/rules";
import { t } from "@/lib/platform/language/translate";
import { HoldToReveal } from "./hold-to-reveal";

type Props = {
  exhibit: ExhibitView;
  large?: boolean;
  /** The case is stopped for an image of a minor: no picture of it is shown. */
  stopped?: boolean;
};

/** The blurred picture of an exhibit, or a sign for what it is when nothing can be rendered. */
export function ExhibitPicture({ exhibit, large, stopped }: Props) {
  const { id, label, look, notOpened } = exhibit;
  if (hasPicture(look) && !stopped) {
    return <HoldToReveal exhibitId={id} label={label} large={large} pages={large ? pagesOf(look) : 1} />;
  }
  return (
    <div className={classes("exhibit__view", large && "exhibit__view--sign")}>
      <div className="exhibit__sign">
        <Icon name={stopped ? "ban" : signOf(look, notOpened)} />
        <span className="small">{stopped ? t("No picture of this case is shown") : wordsOf(look, notOpened)}</span>
      </div>
    </div>
  );
}

/** Sound and moving pictures are never played: an unexpected voice can hurt as much as a picture. */
const plays = (look: ExhibitLook | null): boolean => /^(audio|video)\//.test(look?.mime ?? "");

function wordsOf(look: ExhibitLook | null, notOpened: boolean): string {
  if (!look) return notOpened ? notOpenedTitle : t("Being looked into");
  if (plays(look)) return t("Sound is off: this is never played here. Download it to hear or see it.");
  return fileKindOf(look);
}

function signOf(look: ExhibitLook | null, notOpened: boolean): IconName {
  if (!look) return notOpened ? "triangle-alert" : "hourglass";
  if (plays(look)) return "volume-x";
  if (look.problem === "password_protected") return "file-lock";
  if (look.problem) return "triangle-alert";
  return look.kind === "eml" ? "mail" : look.kind === "text" ? "file-text" : "file";
}
