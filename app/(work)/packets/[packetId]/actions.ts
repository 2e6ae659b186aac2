"use server";

import { formAction } from "@/app/form-action";
import { answerQuestion } from "@/lib/handover/handovers/commands/answer-question";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { giveAnnex } from "@/lib/handover/handovers/commands/give-annex";
import { noteRefusal } from "@/lib/handover/handovers/commands/note-refusal";
import { askCertificate } from "@/lib/handover/papers/commands/ask-certificate";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { commentOnPacket } from "@/lib/packets/packets/commands/comment-on-packet";
import { returnPacket } from "@/lib/packets/packets/commands/return-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { nestFields } from "@/lib/packets/packets/input";
import { t } from "@/lib/platform/language/translate";

export const approvePacketAction = formAction(approvePacket, {
  confirm: "packet.approve",
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Approved. The packet is built once more with your approval in it."),
});

export const returnPacketAction = formAction(returnPacket, {
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Returned to the author."),
});

export const withdrawPacketAction = formAction(withdrawPacket, {
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Withdrawn."),
});

export const deliverPacketAction = formAction(deliverPacket, {
  confirm: (form) => (form.get("withAnnex") === "on" ? "annex.give" : "packet.deliver"),
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Handed over. The officer sees it in the portal now."),
});

export const giveAnnexAction = formAction(giveAnnex, {
  confirm: "annex.give",
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Given. The officer sees the annex in the portal now."),
});

export const askCertificateAction = formAction(askCertificate, {
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Asked for. It is being signed; reload this page in a minute."),
});

export const commentOnPacketAction = formAction(commentOnPacket, {
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Your comment is in the history."),
});

export const answerQuestionAction = formAction(answerQuestion, {
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Answered. The officer reads it in the portal now."),
});

export const noteRefusalAction = formAction(noteRefusal, {
  input: nestFields,
  refresh: "/packets/[packetId]",
  saved: t("Noted as seen."),
});
