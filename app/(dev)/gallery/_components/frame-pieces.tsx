"use client";

import { AnnouncementLine } from "@/app/_ui/announcement-line";
import { announceAfter } from "@/app/_ui/announcements";
import { Button } from "@/app/_ui/button";
import { Coming } from "@/app/_ui/coming";
import { DemoBar } from "@/app/_ui/demo-bar";
import { Dialog, DialogBody } from "@/app/_ui/dialog";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorMessage } from "@/app/_ui/error-message";
import { FirstDisclosure } from "@/app/_ui/first-disclosure";
import { Frozen } from "@/app/_ui/frozen";
import { Landing } from "@/app/_ui/landing";
import { Menu, MenuLink, MenuRule } from "@/app/_ui/menu";
import { MessagePage } from "@/app/_ui/message-page";
import { Notice, type NoticeKind } from "@/app/_ui/notice";
import { NoticeList } from "@/app/_ui/notice-list";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { answers } from "./answers";
import { Piece, State } from "./piece";

const notices: NoticeKind[] = ["info", "warning", "overdue", "done"];

/** Components around text: panels, notices, disclosures, dialogs. */
export function FramePieces() {
  return (
    <>
      <Piece file="panel">
        <PageHead title="The head of a page in a case" level={2} actions={<Button>Act</Button>}>
          One sentence about it.
        </PageHead>
        <Panel title="With a count and a foot" end={<span className="count">3</span>} foot="What stands below">
          <Facts
            items={[
              { name: "Station", value: "Voorbeeldfontein" },
              { name: "Detective", value: "Not yet known" },
            ]}
          />
        </Panel>
      </Piece>
      <Piece file="notice">
        {notices.map((kind) => (
          <Notice key={kind} kind={kind} title={`The kind ${kind}`}>
            What it means, and what to do.
          </Notice>
        ))}
      </Piece>
      <Piece file="notice-list">
        <NoticeList
          notices={[
            { id: "one", title: "A passkey was added on 13 October 2026.", mayDismiss: true },
            { id: "two", title: "All your passkeys were removed.", mayDismiss: false },
          ]}
          endOthers={answers.saved}
          dismiss={answers.saved}
        />
      </Piece>
      <Piece file="announcement-line">
        <Button onClick={() => announceAfter("Step begun.")}>Say what an act answered</Button>
        <AnnouncementLine />
      </Piece>
      <Piece file="demo-bar">
        <DemoBar />
      </Piece>
      <Piece file="empty-state">
        <EmptyState icon="inbox" title="No number yet" action={<Button variant="primary">Record a number</Button>}>
          Numbers that police and providers give stand here.
        </EmptyState>
      </Piece>
      <Piece file="message-page">
        <MessagePage icon="search" title="Page not found" actions={<Button variant="primary">Go to the start</Button>}>
          <p>The address may be mistyped.</p>
        </MessagePage>
      </Piece>
      <Piece file="error-message">
        <ErrorMessage error={{ digest: "1234567890" }} retry={() => {}} />
      </Piece>
      <Piece file="coming">
        <Coming failed={false} ask={() => {}} />
        <Coming failed ask={() => {}}>
          <a href="#landed">Open it as a page</a>
        </Coming>
      </Piece>
      <Piece file="disclosure">
        <Disclosure label="Folded">What was folded.</Disclosure>
        <Disclosure label="Open" open>
          What was folded.
        </Disclosure>
        <Disclosure label="Add something" icon="plus">
          A form.
        </Disclosure>
      </Piece>
      <Piece file="first-disclosure">
        <FirstDisclosure label="Open until something is there" open>
          A form.
        </FirstDisclosure>
      </Piece>
      <Piece file="landing">
        <Landing id="landed" label="A part that a link leads to">
          <a href="#landed">Lead here</a>
        </Landing>
      </Piece>
      <Piece file="dialog">
        <Dialog
          title="Revoke this release?"
          description="The officer loses access at once."
          trigger={{ label: "Revoke", variant: "danger" }}
        >
          <DialogBody>
            <Button variant="danger-solid">Revoke it</Button>
          </DialogBody>
        </Dialog>
      </Piece>
      <Piece file="menu">
        <div className="row">
          <Menu label="Actions">
            <MenuLink href="/" icon="pencil">
              Change it
            </MenuLink>
            <MenuRule />
            <MenuLink href="/">Without a sign</MenuLink>
          </Menu>
          <Menu label="Actions" ariaLabel="More actions" icon="menu" iconOnly variant="quiet">
            <MenuLink href="/">Change it</MenuLink>
          </Menu>
        </div>
      </Piece>
      <Piece file="progress">
        <Progress
          title="Building draft, step 2 of 4"
          count={{ done: 112, of: 168, unit: "pages" }}
          stages={[
            { name: "Reading the case", state: "done" },
            { name: "Drawing pages", state: "now", note: "112 of 168" },
            { name: "Signing", state: "later" },
            { name: "Sealing the annex", state: "failed", note: "The key is not there" },
          ]}
        />
      </Piece>
      <Piece file="unless-frozen">
        <State name="as usual">
          <UnlessFrozen what="Certificate of handover">
            <Button>Certificate of handover</Button>
          </UnlessFrozen>
        </State>
        <State name="the case is restricted">
          <Frozen>
            <UnlessFrozen what="Certificate of handover">
              <Button>Certificate of handover</Button>
            </UnlessFrozen>
          </Frozen>
        </State>
      </Piece>
    </>
  );
}
