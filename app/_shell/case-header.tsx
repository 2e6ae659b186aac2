import type { Route } from "next";
import type { ReactNode } from "react";
import { Chip, type ChipKind, DueChip, type DueKind } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { t } from "@/lib/platform/language/translate";
import type { SectionItem } from "./nav";
import { SectionLinks } from "./nav-links";

type SafeContact = {
  /** How to reach the client: "WhatsApp text only, weekdays 09:00 to 15:00 SAST". */
  how: string;
  /** What must never be done: "No calls. No voicemail. No e-mail." */
  never?: string;
  more?: string;
  href?: Route;
  linkText?: string;
};

type CaseHeaderProps = {
  codeName: string;
  /** "CD-26-0142" */
  number: string;
  risk: { word: string; kind: ChipKind };
  level: string;
  owner: string;
  /** Chips next to the owner: open flags, an offer. */
  marks?: ReactNode;
  due?: { text: string; href: Route; kind: DueKind };
  /** A `Menu` of acts. */
  actions?: ReactNode;
  /** What is known of safe contact; when nothing is, the banner says so. */
  safe: SafeContact | undefined;
  section: readonly SectionItem[];
};

/** Whose case it is, by code name only, what comes next, and how the client may be reached. */
export function CaseHeader(props: CaseHeaderProps) {
  const { codeName, number, risk, level, owner, marks, due, actions, safe, section } = props;
  return (
    <section className="casehead" aria-label={t("Case")}>
      <div className="casehead__top">
        <h1>
          {codeName} <span className="casehead__id">{number}</span>
        </h1>
        <div className="row">
          <Chip kind={risk.kind} icon={risk.kind === "overdue" ? "shield-alert" : "shield"}>
            {risk.word}
          </Chip>
          <Chip icon="layers">{level}</Chip>
          <span className="muted">{owner}</span>
          {marks}
        </div>
        {due || actions ? (
          <div className="casehead__end">
            {due ? (
              <DueChip href={due.href} kind={due.kind}>
                {due.text}
              </DueChip>
            ) : null}
            {actions}
          </div>
        ) : null}
      </div>
      <SafeBanner safe={safe} />
      <nav className="sectionnav" aria-label={t("Parts of this case")}>
        <SectionLinks items={section} countClass="count" />
      </nav>
    </section>
  );
}

function SafeBanner({ safe }: { safe: SafeContact | undefined }) {
  return (
    <div className="safe">
      <div className="safe__in">
        <b>
          <Icon name="shield" />
          {t("Safe contact")}
        </b>
        {safe ? (
          <>
            <span>{safe.how}</span>
            {safe.never ? <span className="no">{safe.never}</span> : null}
            {safe.more ? <span>{safe.more}</span> : null}
            {safe.href ? <PageLink href={safe.href}>{safe.linkText ?? t("Full protocol")}</PageLink> : null}
          </>
        ) : (
          <span className="no">{t("Not yet agreed with the client. Do not contact the client before it is.")}</span>
        )}
      </div>
    </div>
  );
}
