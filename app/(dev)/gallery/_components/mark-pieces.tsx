import { Avatar } from "@/app/_ui/avatar";
import { Brand } from "@/app/_ui/brand";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Button, type ButtonVariant, DownloadButton } from "@/app/_ui/button";
import { CaseTime } from "@/app/_ui/case-time";
import { LineChart } from "@/app/_ui/chart";
import { ChartFigure } from "@/app/_ui/chart-figure";
import { Chip, type ChipKind, DueChip } from "@/app/_ui/chip";
import { CopyButton } from "@/app/_ui/copy-button";
import { Fingerprint } from "@/app/_ui/fingerprint";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { HowDoI } from "@/app/_ui/how-do-i";
import { Icon } from "@/app/_ui/icon";
import { iconNames } from "@/app/_ui/icon-names";
import { LinkButton } from "@/app/_ui/link-button";
import { Hash, RefNumber, RefNumberWithCopy } from "@/app/_ui/number";
import { OwnTime } from "@/app/_ui/own-time";
import { PageLink } from "@/app/_ui/page-link";
import { Piece, State } from "./piece";
import { sampleChart } from "./sample-chart";

const variants: ButtonVariant[] = ["primary", "secondary", "quiet", "danger", "danger-solid"];
const chips: ChipKind[] = ["plain", "overdue", "overdue-solid", "warning", "waiting", "done", "info", "accent", "line"];
const months = ["January", "February", "March", "April"].map((label, at) => ({ label, value: [4, 11, 7, 9][at] ?? 0 }));
const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/** Words, signs and numbers. */
export function MarkPieces() {
  return (
    <>
      <Piece file="button">
        {variants.map((variant) => (
          <State key={variant} name={variant}>
            <div className="row">
              <Button variant={variant}>Record a number</Button>
              <Button variant={variant} icon="plus">
                With a sign
              </Button>
              <Button variant={variant} small>
                Small
              </Button>
              <Button variant={variant} icon="pencil" iconOnly aria-label="Only a sign" />
              <Button variant={variant} aria-disabled="true">
                At work
              </Button>
            </div>
          </State>
        ))}
        <DownloadButton href="/icon.svg">Download a file</DownloadButton>
      </Piece>
      <Piece file="how-do-i">
        <HowDoI guide="open-a-case" />
      </Piece>
      <Piece file="link-button">
        <div className="row">
          {variants.map((variant) => (
            <LinkButton key={variant} variant={variant} href="/">
              Goes somewhere
            </LinkButton>
          ))}
        </div>
      </Piece>
      <Piece file="chip">
        <div className="row">
          {chips.map((kind) => (
            <Chip key={kind} kind={kind}>
              {kind}
            </Chip>
          ))}
        </div>
        <div className="row">
          <DueChip href="/" kind="overdue">
            Detective follow-up, 4 days overdue
          </DueChip>
          <DueChip href="/" kind="soon">
            Detective follow-up, tomorrow
          </DueChip>
          <DueChip href="/" kind="calm">
            Detective follow-up, in 12 days
          </DueChip>
        </div>
      </Piece>
      <Piece file="icon">
        <div className="row">
          {iconNames.map((name) => (
            <span className="row row--tight small" key={name}>
              <Icon name={name} /> {name}
            </span>
          ))}
          <Icon name="lock" label="A sign alone, with its word for a screen reader" />
        </div>
      </Piece>
      <Piece file="brand">
        <Brand href="/" />
        <Brand href="/" note="Kestrel Advocacy Trust" />
      </Piece>
      <Piece file="breadcrumb">
        <Breadcrumb
          items={[
            { label: "Cases", href: "/cases" },
            { label: "Packets", href: "/packets" },
          ]}
        />
      </Piece>
      <Piece file="page-link">
        <PageLink href="/">A link of the product</PageLink>
      </Piece>
      <Piece file="avatar">
        <div className="row">
          <Avatar name="Ada Fictional" /> Ada Fictional <Avatar name="Sam" /> Sam
        </div>
      </Piece>
      <Piece file="number">
        <State name="known">
          <RefNumber value="Cape Town Central CAS 123/4/2026" />
        </State>
        <State name="not yet">
          <RefNumber value={null} />
        </State>
        <State name="to be copied">
          <RefNumberWithCopy value="CAS 123/4/2026" what="CAS number" />
        </State>
        <State name="hash, whole and short">
          <Hash value={hash} /> <Hash value={hash} short />
        </State>
      </Piece>
      <Piece file="copy-button">
        <CopyButton text="CAS 123/4/2026" what="CAS number" />
      </Piece>
      <Piece file="foreign-address">
        <ForeignAddress address="https://social.example/somebody" what="web address" />
      </Piece>
      <Piece file="fingerprint">
        <Fingerprint groups={(hash.match(/.{4}/g) ?? []).slice(0, 8)} />
      </Piece>
      <Piece file="case-time">
        <CaseTime at={new Date("2026-10-13T08:06:00Z")} zones={["Africa/Johannesburg", "America/New_York"]} />
      </Piece>
      <Piece file="own-time">
        <OwnTime at={new Date("2026-10-13T08:06:00Z")} />
      </Piece>
      <Piece file="chart">
        <LineChart id="line" title="Cases opened" about="The highest is 11, in February." points={months} />
      </Piece>
      <Piece file="chart-figure">
        <ChartFigure id="sample" wide={sampleChart} narrow={sampleChart}>
          <p className="small muted">Its table, or where it is.</p>
        </ChartFigure>
      </Piece>
    </>
  );
}
