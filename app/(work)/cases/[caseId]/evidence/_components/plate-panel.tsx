import type { ReactNode } from "react";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { NotOpened } from "@/app/(work)/_components/not-opened";
import {
  activeSentences,
  flagAdvice,
  flagLabels,
  misnamedAdvice,
  openSafely,
  problemSentences,
} from "@/lib/evidence/exhibits/labels";
import { misnamedAs, packetShowing } from "@/lib/evidence/exhibits/rules";
import type { ExhibitMarks, ExhibitView, PacketShowing } from "@/lib/evidence/exhibits/types";
import { myExposureWords } from "@/lib/evidence/exposure/labels";
import type { ExposureWeek } from "@/lib/evidence/exposure/types";
import { t } from "@/lib/platform/language/translate";
import { ExhibitFacts } from "./exhibit-facts";
import { ExhibitFlags } from "./exhibit-flags";
import { ExhibitPicture } from "./exhibit-picture";
import type { Zones } from "./exhibit-tile";

type Props = {
  exhibit: ExhibitView;
  zones: Zones;
  week: ExposureWeek;
  stopped: boolean;
  attachLimit: number;
  read: boolean;
  masked: boolean;
  /** Words of it were covered by hand. */
  covered: boolean;
  marks: ExhibitMarks | undefined;
  /** What plays it, in place of a picture. */
  player: ReactNode;
};

/**
 * The words first, then the covered picture, what the exhibit still needs, and its facts. `read`: its text is shown
 * above.
 */
export function PlatePanel({
  exhibit,
  zones,
  week,
  stopped,
  attachLimit,
  read,
  masked,
  covered,
  marks,
  player,
}: Props) {
  const { look, flags, words } = exhibit;
  const misnamed = misnamedAs(exhibit.originalName, look);
  return (
    <Panel
      label={t("Exhibit {label}", { label: exhibit.label })}
      foot={<span className="small">{myExposureWords(week.counts)}</span>}
    >
      {words ? <p className="quote">“{words}”</p> : null}
      {player ?? (read ? null : <ExhibitPicture exhibit={exhibit} large stopped={stopped} />)}
      {look?.problem ? (
        <Notice kind="warning" title={player ? t("This file is not whole") : t("This file cannot be shown")}>
          {problemSentences[look.problem]}
        </Notice>
      ) : null}
      {exhibit.notOpened ? <NotOpened /> : null}
      {look?.acts?.length ? (
        <Notice kind="warning" title={t("It has active content")}>
          {[...look.acts.map((act) => activeSentences[act]), openSafely].join(" ")}
        </Notice>
      ) : null}
      <ExhibitFlags exhibit={exhibit} marks={marks} />
      {misnamed ? (
        <p className="small">
          <span className="strong">{misnamed}.</span> {misnamedAdvice}
        </p>
      ) : null}
      {flags.map((flag) => (
        <p className="small" key={flag}>
          <span className="strong">{flagLabels[flag]}.</span> {flagAdvice[flag]}
        </p>
      ))}
      <ExhibitFacts exhibit={exhibit} zones={zones} />
      <p className="small muted">
        {stopped
          ? t("Nothing of this case is handed out, and none of it goes into a packet.")
          : inPacket(exhibit, attachLimit, { masked, covered })}
      </p>
    </Panel>
  );
}

/** What becomes of a file that is not printed whole. */
const travelWords: Record<NonNullable<PacketShowing["travels"]>, string> = {
  attached: t("The file is included as an attachment, unless it contains a protected detail of the client."),
  stays: t("The file stays here: a picture may tell where it was made."),
  too_large: t("It is too large to attach."),
  acts: t("The file stays here because it has active content, unless somebody sends it along for a reason."),
};

const wordsPrinted = t("its words are printed, with the client’s own values covered.");

const byHand = t(" So is what was covered by hand, and the original is sealed.");

type Hidden = Pick<Props, "masked" | "covered">;

function inPacket({ look, size }: ExhibitView, attachLimit: number, { masked, covered }: Hidden): string {
  const { shown, note, travels } = packetShowing(look, size, attachLimit, masked || covered);
  const pages = masked ? t("its pages are printed, masked.") : t("its pages are printed.");
  const words = covered ? `${wordsPrinted}${byHand}` : wordsPrinted;
  const printed = { pages, text: words, cover_only: t("it gets a cover page.") }[shown];
  return [t("In a packet: {printed}", { printed }), look?.problem ? null : note, travels ? travelWords[travels] : null]
    .filter(Boolean)
    .join(" ");
}
