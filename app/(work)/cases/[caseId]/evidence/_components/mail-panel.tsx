import { Disclosure } from "@/app/_ui/disclosure";
import { Facts, Panel } from "@/app/_ui/panel";
import { formatBytes } from "@/lib/platform/format";
import type { MailFacts } from "@/lib/platform/sandbox/types";
import type { Zones } from "./exhibit-tile";
import { MailChecks } from "./mail-checks";
import { MailHops, MailTime } from "./mail-hops";

type Header = { name: string; value: string };
type Props = { mail: MailFacts; headers: readonly Header[]; zones: Zones; folded: boolean };

const none = <span className="muted">Not in the mail</span>;

/** The way of a mail as its own headers tell it, from where it began. `folded`: its subject stays with its words. */
export function MailPanel({ mail, headers, zones, folded }: Props) {
  const text = (value: string | null) => (value ? <span className="breakable">{value}</span> : none);
  const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value ?? null;
  return (
    <Panel
      title="The way of this mail"
      id="mail"
      padded={false}
      foot="Written by the servers on the way; those nearest to the sender can be forged. Nothing in the mail was loaded."
    >
      <div className="panel__body">
        <Facts
          items={[
            { name: "From", value: text(mail.from) },
            { name: "Return path", value: text(mail.returnPath) },
            { name: "Reply to", value: text(mail.replyTo) },
            { name: "To", value: text(header("to")) },
            ...(folded ? [] : [{ name: "Subject", value: text(header("subject")) }]),
            { name: "Written", value: <MailTime at={mail.date} atUtc={mail.dateUtc} zones={zones} /> },
            { name: "Message-ID", value: text(mail.messageId) },
            { name: "Sent from IP", value: text(mail.originatingIp) },
          ]}
        />
      </div>
      <MailHops hops={mail.hops} zones={zones} />
      <MailChecks checks={mail.checks} />
      <Disclosure label={`Parts of the mail (${mail.parts.length})`}>
        <ul className="mailparts">
          {mail.parts.map((part, index) => (
            <li key={`${String(index)} ${part.mime}`} data-depth={Math.min(part.depth, 4)}>
              <span className="ref">{part.mime}</span> <span className="breakable">{part.name}</span>{" "}
              {part.size === null ? null : <span className="muted">{formatBytes(part.size)}</span>}
            </li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure label={`All headers that were read (${headers.length})`}>
        <Facts
          items={headers
            .filter((one) => !folded || one.name.toLowerCase() !== "subject")
            .map(({ name, value }, index) => ({ name: `${index + 1}. ${name}`, value: text(value) }))}
        />
      </Disclosure>
    </Panel>
  );
}
