import type { Route } from "next";
import { Icon } from "@/app/_ui/icon";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { PacketChip, PacketKindName } from "@/app/(work)/_components/packet-chip";
import { kindUses, packetKinds } from "@/lib/packets/packets/labels";
import type { KindChoice } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

/** One kind to choose: its use and its reader, what it is not, its place in the ladder, what the case has for it. */
export function KindCard({ caseId, choice }: { caseId: string; choice: KindChoice }) {
  const kind = packetKinds[choice.key];
  const { use, readers } = kindUses[choice.key];
  return (
    <section className="kindcard" aria-labelledby={choice.key}>
      <div className="stack stack--s">
        <h3 id={choice.key}>
          <PacketKindName kind={choice.key} />
        </h3>
        <p>{use}</p>
        <p className="muted">{t("Read by: {readers}.", { readers })}</p>
        <p className="muted">
          {kind.notice.title}. {kind.notice.text}
        </p>
        {choice.steps.map((step) => (
          <LadderPlace key={step.key} caseId={caseId} step={step} />
        ))}
      </div>
      <Needs caseId={caseId} choice={choice} />
      <div className="stack stack--s kindcard__act">
        <LinkButton variant="secondary" icon="plus" href={`/cases/${caseId}/packets/new/${choice.key}` as Route}>
          {t("Draft version {value}", { value: (choice.last?.version ?? 0) + 1 })}
          <span className="vh"> {t("of the {short}", { short: kind.short })}</span>
        </LinkButton>
        {choice.last ? (
          <p className="small muted">
            <PageLink href={`/packets/${choice.last.id}` as Route}>
              {choice.last.code}, v{choice.last.version}
            </PageLink>
            <br />
            <PacketChip status={choice.last.status} />
          </p>
        ) : null}
      </div>
    </section>
  );
}

function LadderPlace({ caseId, step }: { caseId: string; step: KindChoice["steps"][number] }) {
  return (
    <p className="muted">
      {rich("Level {level}, {levelName}: {title}. {word}{value}", {
        level: step.level,
        levelName: step.levelName,
        title: <PageLink href={`/cases/${caseId}/ladder/${step.key}` as Route}>{step.title}</PageLink>,
        word: step.word,
        value: step.opens.length > 0 ? `. ${step.opens.join(" ")}` : "",
      })}
    </p>
  );
}

function Needs({ caseId, choice }: { caseId: string; choice: KindChoice }) {
  return (
    <ul className="kindcard__needs" aria-label={t("What the case has for it")}>
      {choice.needs.map((need) => (
        <li key={need.text} className={need.met ? "is-met" : "is-open"}>
          <Icon name={need.met ? "circle-check" : "circle-dashed"} />
          {need.met ? (
            <span>{need.text}</span>
          ) : (
            <span>
              {rich("{text}: not yet", {
                text: (
                  <PageLink href={`/cases/${caseId}${need.path.startsWith("#") ? "" : "/"}${need.path}` as Route}>
                    {need.text}
                  </PageLink>
                ),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
