import "server-only";
import { z } from "zod";
import { openFiles } from "@/lib/kernel/access/case-files";
import { parseInput } from "@/lib/kernel/access/command";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { DraftPacket } from "@/lib/packets/packets/input";
import { getPacket, listCasePackets } from "@/lib/packets/packets/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { OfCaseInPages } from "../rules";
import type { ApiOperation } from "../types";
import { Made, PacketAnswer, PacketList } from "./answers";
import { readingOperation, writingOperation } from "./define";
import { inPages } from "./in-pages";
import { noteCase } from "./note-case";

const OnePacket = z.object({ packetId: z.uuid() });

export const packetOperations: readonly ApiOperation[] = [
  readingOperation({
    path: "/cases/{caseId}/packets",
    id: "listPackets",
    summary: "The packets of a case, newest first",
    scope: "packets:read",
    input: OfCaseInPages,
    answer: PacketList,
    read: (ctx, asked) =>
      inPages(
        ctx,
        asked,
        listCasePackets(ctx, asked.caseId).then(({ rows }) => rows),
        ({ id }) => id,
      ),
  }),
  writingOperation({
    path: "/cases/{caseId}/packets",
    id: "buildPacket",
    summary: "Drafts a packet and starts its build; a person approves it",
    scope: "packets:write",
    input: DraftPacket,
    answer: Made,
    status: 202,
    pace: "draft",
    command: draftPacket,
    answerOf: ({ id }) => ({ id }),
  }),
  readingOperation({
    path: "/packets/{packetId}",
    id: "readPacket",
    summary: "The state of a packet and how far its build is",
    scope: "packets:read",
    input: OnePacket,
    answer: PacketAnswer,
    async read(ctx, { packetId }) {
      const packet = await getPacket(ctx, packetId);
      await noteCase(ctx, packet.caseId);
      return packet;
    },
  }),
  {
    kind: "download",
    method: "GET",
    path: "/packets/{packetId}/file",
    id: "downloadPacket",
    summary: "The served part of a packet, a PDF. Its annex is not given to a token",
    scope: "packets:read",
    input: OnePacket,
    status: 200,
    async give(ctx, asked) {
      const { packetId } = parseInput(OnePacket, asked);
      const { keyId, fileId, name } = await downloadPacket(ctx, { packetId, part: "served" });
      const files = await openFiles(ctx, keyId);
      const found = await files.stat(fileId);
      if (!found) throw new AppError("not_found", t("No such file."));
      const { stream } = await files.open(fileId);
      return { name, mime: "application/pdf", size: found.size, stream };
    },
  },
];
