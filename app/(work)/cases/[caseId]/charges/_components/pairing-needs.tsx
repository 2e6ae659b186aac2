import type { ReactNode } from "react";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { LinkButton } from "@/app/_ui/link-button";
import { SourceMarks, SourceNote } from "@/app/(work)/_components/law-sources";
import type { ChargeView } from "@/lib/casework/charges/types";
import type { PairingLine } from "@/lib/law/dual-criminality/types";
import { t } from "@/lib/platform/language/translate";
import { linkHref } from "../questions";

const looks: Record<PairingLine["state"], { word: string; kind: ChipKind; icon: IconName; tone: string }> = {
  met: { word: t("Met by the record"), kind: "done", icon: "circle-check", tone: "met" },
  judged: { word: t("Decided by a person"), kind: "done", icon: "user", tone: "met" },
  gap: { word: t("Missing"), kind: "warning", icon: "circle-dashed", tone: "gap" },
  ask: { word: t("A person must judge"), kind: "info", icon: "circle-help", tone: "ask" },
};

type Props = {
  caseId: string;
  charge: ChargeView;
  there: string;
  /** The form of the need that is being judged, under it. */
  form: (part: string) => ReactNode;
};

/** What the other country requires in addition to the offence here, item by item; nothing is guessed. */
export function PairingNeeds({ caseId, charge, there, form }: Props) {
  const { pairing, number } = charge;
  if (!pairing) return null;
  const asked = pairing.lines.filter((line) => line.state === "ask" || line.state === "judged");
  return (
    <section aria-labelledby={`needs-${number}`}>
      <div className="panel__body stack stack--s">
        <h3 id={`needs-${number}`}>{t("Needed in: {there}", { there })}</h3>
        {pairing.about.length > 1 ? (
          <p className="muted">
            {t("It depends on what the act was: {value}.", { value: pairing.about.join("; ").toLowerCase() })}
          </p>
        ) : null}
        {pairing.content.map((statement) => (
          <p className="small muted" key={statement.text}>
            {t("Message content can be requested: {text}.", { text: statement.text })}{" "}
            <SourceMarks marks={[...new Set(statement.sources.flatMap((source) => source.marks))]} />
          </p>
        ))}
      </div>
      {pairing.lines.length === 0 ? (
        <p className="panel__body muted">{t("The law data for this pair lists nothing beyond the elements above.")}</p>
      ) : null}
      <ul className="elements elements--wide">
        {pairing.lines.map((line) => (
          <Line key={line.key} line={line} href={linkHref(caseId, number, `pair-${asked.indexOf(line)}`)}>
            {form(`pair-${asked.indexOf(line)}`)}
          </Line>
        ))}
      </ul>
    </section>
  );
}

type LineProps = { line: PairingLine; href: ReturnType<typeof linkHref>; children: ReactNode };

function Line({ line, href, children }: LineProps) {
  const look = looks[line.state];
  return (
    <li className={`element element--${look.tone}`}>
      <Icon name={look.icon} />
      <div className="element__body">
        <div className="stack stack--s">
          <p>{line.need}</p>
          <p className="small muted">
            {line.sources.map((source) => (
              <span key={source.text}>
                <SourceNote source={source} />{" "}
              </span>
            ))}
          </p>
        </div>
        <div className="stack stack--s">
          <p className="row row--tight">
            <Chip kind={look.kind} icon={look.icon}>
              {look.word}
            </Chip>
            {line.by.length > 0 ? <span className="strong">{line.by.join(", ")}</span> : null}
          </p>
          <p className="muted">{line.words}</p>
          {line.state === "ask" || line.state === "judged" ? (
            <LinkButton
              variant="quiet"
              small
              className="element__act noprint"
              href={href}
              aria-label={`${line.state === "ask" ? t("Decide") : t("Change")}: ${line.need}`}
            >
              {line.state === "ask" ? t("Decide") : t("Change")}
            </LinkButton>
          ) : null}
        </div>
      </div>
      {children}
    </li>
  );
}
