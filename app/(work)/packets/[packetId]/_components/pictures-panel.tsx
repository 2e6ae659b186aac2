import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { findingLabels } from "@/lib/evidence/clearances/labels";
import { describePictures } from "@/lib/evidence/clearances/rules";
import type { PictureView } from "@/lib/evidence/clearances/types";
import { unreadLabels } from "@/lib/evidence/picture-words/labels";
import { replacedPictures } from "@/lib/packets/packets/labels";
import { deliverable } from "@/lib/packets/packets/rules";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { formatInstant, plural } from "@/lib/platform/text/format";

type Props = { packet: PacketView; pictures: readonly PictureView[] };

/** Who checked the pictures that this version serves. Approval requires all of them. */
export function PicturesPanel({ packet, pictures }: Props) {
  const { status } = packet;
  if (pictures.length === 0 || !(status === "ready" || deliverable.includes(status))) return null;
  const left = pictures.filter(({ clearance: look }) => look === null);
  const replaced = pictures.filter(({ stands }) => !stands);
  const waits = status === "ready";
  return (
    <Panel
      id="pictures"
      title={t("Pictures that leave")}
      end={
        <span className="muted">
          {left.length === 0
            ? t("All looked at")
            : t("{left} of {pictures} left", { left: plural(left.length, "picture"), pictures: pictures.length })}
        </span>
      }
    >
      {waits && replaced.length > 0 ? (
        <Notice kind="warning" title={t("Masked since")}>
          {replacedPictures(describePictures(replaced))}
        </Notice>
      ) : null}
      {waits && left.length > 0 ? (
        <Notice kind="warning" title={t("Not approved before a person looked at each")}>
          <p>{t("Nobody has checked {left} yet. Giving a reason is not enough.", { left: describePictures(left) })}</p>
          <LinkButton
            small
            icon="eye"
            href={withQuery(`/cases/${packet.caseId}/evidence/pictures`, { packet: packet.id }) as Route}
          >
            {t("Look at the pictures")}
          </LinkButton>
        </Notice>
      ) : null}
      <ul className="stack">
        {looksOf(pictures).map(({ by, mine, found, at, of }) => (
          <li key={`${by} ${found}`}>
            <span className="strong">{mine ? t("You") : by}</span>: {describePictures(of)}. {findingLabels[found].label}
            . <span className="muted">{formatInstant(at, packet.zone)}</span>
            {found === "may_leave" ? <Reasons of={of} /> : null}
          </li>
        ))}
      </ul>
      <MachineRead pictures={pictures} />
      {waits && pictures.some(({ clearance: look }) => look?.mine) ? (
        <p className="small">
          {t(
            "You checked some of these yourself. You may still decide if you are otherwise allowed to; the packet prints who checked.",
          )}
        </p>
      ) : null}
    </Panel>
  );
}

/** What the search for the client's details covers, and which pictures rest on the person alone. */
function MachineRead({ pictures }: { pictures: readonly PictureView[] }) {
  const known = pictures.filter(({ read }) => read !== undefined);
  if (known.length === 0) return null;
  const searched = known.filter(({ read }) => read === "words" || read === "no_words");
  const reasons = [...new Set(known.flatMap(({ read }) => (read && read in unreadLabels ? [read as Unread] : [])))];
  return (
    <div className="stack stack--s">
      <h3>{t("Read by machine for the client’s details")}</h3>
      {searched.length > 0 ? (
        <p>{t("Searched: {pictures}. The machine may misread.", { pictures: describePictures(searched) })}</p>
      ) : null}
      {reasons.map((reason) => (
        <p key={reason}>
          <Chip kind="warning" icon="eye-off">
            {t("Not read: {why}", { why: unreadLabels[reason] })}
          </Chip>{" "}
          {t("{pictures}. Only a person checks it.", {
            pictures: describePictures(known.filter(({ read }) => read === reason)),
          })}
        </p>
      ))}
    </div>
  );
}

type Unread = keyof typeof unreadLabels;

function Reasons({ of }: { of: readonly PictureView[] }) {
  const reasons = [...new Set(of.flatMap(({ clearance: look }) => look?.reason ?? []))];
  return reasons.map((reason) => (
    <p className="small breakable" key={reason}>
      {reason}
    </p>
  ));
}

type Group = NonNullable<PictureView["clearance"]> & { of: PictureView[] };

/** What one person found, with the latest time they confirmed it. */
function looksOf(pictures: readonly PictureView[]): Group[] {
  const groups = new Map<string, Group>();
  for (const picture of pictures) {
    if (!picture.clearance) continue;
    const key = `${picture.clearance.by} ${picture.clearance.mine} ${picture.clearance.found}`;
    const known = groups.get(key);
    const at = known && known.at > picture.clearance.at ? known.at : picture.clearance.at;
    groups.set(key, { ...picture.clearance, at, of: [...(known?.of ?? []), picture] });
  }
  return [...groups.values()];
}
