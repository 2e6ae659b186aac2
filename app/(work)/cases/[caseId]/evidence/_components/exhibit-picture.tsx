import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { notOpenedTitle } from "@/app/(work)/_components/not-opened";
import { fileKindOf } from "@/lib/evidence/exhibits/labels";
import { hasPicture } from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook, ExhibitView } from "@/lib/evidence/exhibits/types";
import { pagesOf } from "@/lib/evidence/exposure/rules";
import { notPlayed } from "@/lib/evidence/recordings/labels";
import { isRecording, recordingOf } from "@/lib/evidence/recordings/rules";
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

function wordsOf(look: ExhibitLook | null, notOpened: boolean): string {
  if (!look) return notOpened ? notOpenedTitle : t("Being looked into");
  const recording = recordingOf(look);
  if (recording) return recording.as === "film" ? t("Film. Played on its page.") : t("Sound. Played on its page.");
  if (isRecording(look)) return notPlayed;
  return fileKindOf(look);
}

function signOf(look: ExhibitLook | null, notOpened: boolean): IconName {
  if (!look) return notOpened ? "triangle-alert" : "hourglass";
  if (isRecording(look)) return "volume-x";
  if (look.problem === "password_protected") return "file-lock";
  if (look.problem) return "triangle-alert";
  return look.kind === "eml" ? "mail" : look.kind === "text" ? "file-text" : "file";
}
