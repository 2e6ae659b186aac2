import { Chip, type ChipKind } from "@/app/_ui/chip";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { linkStateLabels } from "@/lib/handover/first-contact/labels";
import type { FirstLinkState, FirstLinkView } from "@/lib/handover/first-contact/types";
import type { OfficerChoice } from "@/lib/handover/handovers/types";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones, formatInstant, plural } from "@/lib/platform/text/format";
import { noteFirstLinkAction, releaseFirstLinkAction, revokeFirstLinkAction } from "../first-link-actions";
import { MakeLinkForm } from "./make-link-form";

type PanelProps = {
  packet: PacketView;
  officers: readonly OfficerChoice[];
  links: readonly FirstLinkView[];
  confirm: Confirmation;
  /** The viewer may approve what somebody else made. */
  decides: boolean;
  /** This version may leave: approved, and no newer one replaces it. */
  leaves: boolean;
};

const chips: Record<FirstLinkState, ChipKind> = {
  waiting: "warning",
  open: "accent",
  redeemed: "done",
  locked: "overdue",
  expired: "plain",
  revoked: "plain",
};

/** For an officer without an account: a link by mail, a code by phone, a second person who releases it. */
export function FirstLinkPanel({ packet, officers, links, confirm, decides, leaves }: PanelProps) {
  const fit = officers.filter((officer) => officer.standing === "confirmed" && officer.covered);
  if (!leaves && links.length === 0) return null;
  const options = fit.map((officerChoice) => ({
    value: officerChoice.id,
    label: `${officerChoice.rank} ${officerChoice.name}`,
    hint: `${officerChoice.agency} ${officerChoice.unit}.${officerChoice.hasAccount ? t(" Has an account: the portal is the better way.") : ""}`,
  }));
  const past = links.filter((link) => !asks(link));
  const entry = (link: FirstLinkView) => (
    <LinkEntry key={link.id} link={link} packet={packet} confirm={confirm} decides={decides} />
  );
  return (
    <Panel
      id="first-links"
      title={t("First contact")}
      end={<span className="muted">{t("A link, and a code by phone")}</span>}
    >
      {links.filter(asks).map(entry)}
      {past.length > 0 ? <Disclosure label={plural(past.length, "earlier link")}>{past.map(entry)}</Disclosure> : null}
      {leaves && options.length > 0 ? (
        <Disclosure
          label={t("Make a link for an officer")}
          open={links.length === 0 && officers.every((officer) => !officer.hasAccount)}
        >
          <p>
            {t(
              "It works after a second person releases it, for 72 hours, for three downloads, and only with a code that you give by phone. The sealed annex is never sent this way.",
            )}
          </p>
          <MakeLinkForm packetId={packet.id} options={options} />
        </Disclosure>
      ) : null}
      {leaves && options.length === 0 ? (
        <p className="muted">
          {t(
            "Nobody can get a link yet: the officer’s office has to be called back, and a release of the client has to cover them.",
          )}
        </p>
      ) : null}
    </Panel>
  );
}

const isLive = ({ state }: FirstLinkView) => state !== "revoked" && state !== "expired";

/** Still opens something, or has unseen events. */
const asks = (link: FirstLinkView) => isLive(link) || link.unseen;

type EntryProps = { link: FirstLinkView; packet: PacketView; confirm: Confirmation; decides: boolean };

function LinkEntry({ link, packet, confirm, decides }: EntryProps) {
  const { state } = link;
  return (
    <section
      className="stack"
      id={`first-link-${link.id}`}
      aria-label={t("Link for {officer}", { officer: link.officer })}
    >
      <p>
        <span className="strong">{link.officer}</span> <Chip kind={chips[state]}>{linkStateLabels[state]}</Chip>
      </p>
      <p className="muted small">
        {t("Made by {madeBy}, {madeAt}. {link}", {
          madeBy: link.madeBy,
          madeAt: formatInstant(link.madeAt, packet.zone),
          link: whatIsLeft(link, packet),
        })}
      </p>
      {state === "waiting" && decides && link.whyNotRelease ? <p>{link.whyNotRelease}</p> : null}
      {state === "waiting" && decides && !link.whyNotRelease ? (
        <ActionForm
          action={releaseFirstLinkAction}
          label={t("Release the link for {officer}", { officer: link.officer })}
        >
          <input type="hidden" name="linkId" value={link.id} />
          <ConfirmField asks={confirm} />
          <SubmitFoot icon="badge-check" pendingText={t("Releasing")}>
            {t("Release the link")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
      {link.unseen ? (
        <ActionForm action={noteFirstLinkAction} label={t("Note as seen")}>
          <input type="hidden" name="linkId" value={link.id} />
          <div className="row">
            <SubmitButton variant="secondary" icon="eye" pendingText={t("Noting")}>
              {t("I have seen what happened at this link")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      {isLive(link) ? (
        <ActionForm
          whileRestricted
          action={revokeFirstLinkAction}
          label={t("Take back the link for {officer}", { officer: link.officer })}
        >
          <input type="hidden" name="linkId" value={link.id} />
          <div className="row">
            <SubmitButton variant="danger" icon="ban" pendingText={t("Taking it back")}>
              {t("Take the link back")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </section>
  );
}

function whatIsLeft(link: FirstLinkView, { zone, zoneThere }: PacketView): string {
  const released = link.releasedBy ? t("Released by {releasedBy}", { releasedBy: link.releasedBy }) : "";
  if (!isLive(link)) return released && `${released}.`;
  if (!link.expiresAt) return t("Nobody can open it before a second person releases it.");
  const left = t("{triesLeft} and {downloadsLeft} left.", {
    triesLeft: plural(link.triesLeft, "try", "tries"),
    downloadsLeft: plural(link.downloadsLeft, "download"),
  });
  return t("{released}, open until {expiresAt}. {left}", {
    released,
    expiresAt: formatBothZones(link.expiresAt, zone, zoneThere),
    left,
  });
}
