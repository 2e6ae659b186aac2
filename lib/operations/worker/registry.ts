import "server-only";
import { settleAccess } from "@/lib/casework/cases/settle-access";
import { sealConsidered } from "@/lib/casework/charges/seal-considered";
import { noteSought } from "@/lib/casework/clients/note-sought";
import { makeOldTokens } from "@/lib/casework/subjects/make-old-tokens";
import { eraseClosed } from "@/lib/client/enquiries/erase-closed";
import { sendNotice } from "@/lib/client/notices/send-notice";
import { followPaper } from "@/lib/client/papers/follow-paper";
import { checkAddress } from "@/lib/escalation/checks/check-address";
import { eraseUnfiled } from "@/lib/escalation/incoming-mail/erase-unfiled";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { markOldAddresses } from "@/lib/escalation/takedowns/mark-old-addresses";
import { drawPage } from "@/lib/evidence/archives/draw-page";
import { readExport } from "@/lib/evidence/chats/read-export";
import { askForOldReadings } from "@/lib/evidence/exhibits/ask-for-old-readings";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readMailAgain } from "@/lib/evidence/exhibits/read-mail-again";
import { askForUncompared } from "@/lib/evidence/likenesses/ask-for-uncompared";
import { compareExhibit } from "@/lib/evidence/likenesses/compare-exhibit";
import { askForUnread } from "@/lib/evidence/picture-words/ask-for-unread";
import { readPictures } from "@/lib/evidence/picture-words/read-pictures";
import { scanExhibit } from "@/lib/evidence/scans/scan-exhibit";
import { stampExhibit } from "@/lib/evidence/timestamps/stamp-exhibit";
import { checkNight } from "@/lib/evidence/verification/check-night";
import { noteTransfer } from "@/lib/handover/first-contact/commands/note-transfer";
import { tellWaiting } from "@/lib/handover/handovers/commands/tell-waiting";
import { askForPapers } from "@/lib/handover/papers/ask-for-papers";
import { signPaper } from "@/lib/handover/papers/sign-paper";
import { tellOfficers } from "@/lib/handover/releases/commands/tell-officers";
import { clearAnswers } from "@/lib/integrations/api/clear-answers";
import { deliverCase } from "@/lib/integrations/case-sendings/deliver-case";
import { clearMessages } from "@/lib/integrations/webhooks/clear-messages";
import { sendMessages } from "@/lib/integrations/webhooks/send-messages";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { anchorHead } from "@/lib/kernel/anchors/anchor-head";
import { checkLog } from "@/lib/kernel/anchors/check-log";
import type { JobName, JobPayload } from "@/lib/kernel/jobs/names";
import { orLater } from "@/lib/kernel/jobs/or-later";
import { sendMail } from "@/lib/kernel/mail/send-mail";
import { buildExport } from "@/lib/operations/exports/build-export";
import { workImport } from "@/lib/operations/imports/work-import";
import { watchChecks } from "@/lib/operations/installation/watch-checks";
import { writeTestMail } from "@/lib/operations/installation/write-test-mail";
import { tidyFiles } from "@/lib/operations/tidying/tidy-files";
import { openAccessChanges } from "@/lib/organisation/access-changes/open-access-changes";
import { openRoleChanges } from "@/lib/organisation/roles/open-role-changes";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { clearCounts } from "@/lib/oversight/reports/clear-counts";
import { askForCopies } from "@/lib/packets/packets/ask-for-copies";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { removeErased } from "@/lib/privacy/erasures/remove-erased";

type Handlers = { [Name in JobName]: (ctx: Ctx, payload: JobPayload[Name]) => Promise<unknown> };

/** What each job does. Handlers are shallow: a retry finds the work done. Only the worker imports this. */
export const handlers: Handlers = {
  "exhibit.look": (ctx, { exhibitId }) =>
    orLater(ctx, "exhibit.look", { exhibitId }, async () => {
      await inspectExhibit(ctx, { exhibitId });
      await readMailAgain(ctx, { exhibitId });
      await compareExhibit(ctx, { exhibitId });
    }),
  "exhibit.read": (ctx, { exhibitId }) =>
    orLater(ctx, "exhibit.read", { exhibitId }, () => readPictures(ctx, { exhibitId })),
  "exhibit.draw": (ctx, { exhibitId, page }) =>
    orLater(ctx, "exhibit.draw", { exhibitId, page }, () => drawPage(ctx, { exhibitId, page })),
  "exhibit.stamp": (ctx, { exhibitId }) => stampExhibit(ctx, { exhibitId }),
  "exhibit.scan": (ctx, { exhibitId }) => scanExhibit(ctx, { exhibitId }),
  "chat.read": (ctx, { importId }) => orLater(ctx, "chat.read", { importId }, () => readExport(ctx, { importId })),
  "ladder.advance": (ctx, { caseId }) => advanceLadder(ctx, { caseId }),
  "address.check": (ctx, { takedownId }) => checkAddress(ctx, { takedownId }),
  "packet.assemble": (ctx, { packetId }) => assemblePacket(ctx, { packetId }),
  "packet.stamp": (ctx, { packetId }) => stampPacket(ctx, { packetId }),
  "handover.paper": (ctx, { packetId, handoverId, paper, throughId }) =>
    signPaper(ctx, { packetId, handoverId, paper, throughId }),
  "handover.tell": (ctx, { handoverId }) => tellWaiting(ctx, { handoverId }),
  "link.transferred": (ctx, { linkId }) => noteTransfer(ctx, { linkId }),
  "client.notice": (ctx, { noticeId }) => sendNotice(ctx, { noticeId }),
  "client.paper": (ctx, { paperId }) => followPaper(ctx, { paperId }),
  "mail.send": (ctx, { mailId }) => sendMail(ctx, { mailId }),
  "mail.test": (ctx, { memberId }) => writeTestMail(ctx, { memberId }),
  "installation.watch": (ctx) => watchChecks(ctx),
  "release.tell": (ctx, { releaseId, memberId }) => tellOfficers(ctx, { releaseId, memberId }),
  "clocks.sweep": async (ctx) => {
    await sweepClocks(ctx);
    await askForCopies(ctx);
    await askForPapers(ctx);
  },
  "evidence.check": async (ctx) => {
    await askForOldReadings(ctx);
    await askForUnread(ctx);
    await askForUncompared(ctx);
    await makeOldTokens(ctx);
    await sealConsidered(ctx);
    await markOldAddresses(ctx);
    await checkNight(ctx);
  },
  "files.tidy": async (ctx) => {
    await settleAccess(ctx);
    await eraseClosed(ctx);
    await eraseUnfiled(ctx);
    await clearMessages(ctx);
    await clearAnswers(ctx);
    await clearCounts(ctx);
    await tidyFiles(ctx);
  },
  "audit.anchor": (ctx) => anchorHead(ctx),
  "audit.check": (ctx) => checkLog(ctx),
  "alerts.watch": async (ctx) => {
    await openAccessChanges(ctx);
    await openRoleChanges(ctx);
    await watchLog(ctx);
  },
  "import.work": (ctx, { importId }) => orLater(ctx, "import.work", { importId }, () => workImport(ctx, { importId })),
  "export.build": (ctx, { exportId }) => buildExport(ctx, { exportId }),
  "record.erase": (ctx, { requestId }) => removeErased(ctx, { requestId }),
  "search.watch": (ctx, { searcherId, newClientId, hits }) => noteSought(ctx, { searcherId, newClientId, hits }),
  "webhook.send": (ctx) => sendMessages(ctx),
  "case.send": (ctx, { sendingId }) => deliverCase(ctx, { sendingId }),
};
