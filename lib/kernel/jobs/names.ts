/** Every job there is. A job carries ids, never personal data. */
export const jobNames = [
  "exhibit.look",
  "exhibit.read",
  "exhibit.draw",
  "exhibit.stamp",
  "exhibit.scan",
  "chat.read",
  "ladder.advance",
  "address.check",
  "packet.assemble",
  "packet.stamp",
  "handover.paper",
  "handover.tell",
  "link.transferred",
  "mail.send",
  "mail.test",
  "installation.watch",
  "client.notice",
  "client.paper",
  "release.tell",
  "clocks.sweep",
  "evidence.check",
  "files.tidy",
  "audit.anchor",
  "audit.check",
  "alerts.watch",
  "import.work",
  "export.build",
  "record.erase",
  "search.watch",
  "webhook.send",
  "case.send",
] as const;
export type JobName = (typeof jobNames)[number];

/** A record that a search reached, or that matches what was recorded, and that the person acting may not see. */
export type SearchHit = {
  kind: "client" | "account" | "identifier" | "subject" | "reference";
  id: string;
  field: string;
};

export type JobPayload = {
  "exhibit.look": { orgId: string; exhibitId: string };
  "exhibit.read": { orgId: string; exhibitId: string };
  "exhibit.draw": { orgId: string; exhibitId: string; page: number };
  "exhibit.stamp": { orgId: string; exhibitId: string };
  "exhibit.scan": { orgId: string; exhibitId: string };
  "chat.read": { orgId: string; importId: string };
  "ladder.advance": { orgId: string; caseId: string };
  "address.check": { orgId: string; takedownId: string };
  "packet.assemble": { orgId: string; packetId: string };
  "packet.stamp": { orgId: string; packetId: string };
  "handover.paper": {
    orgId: string;
    packetId: string;
    handoverId?: string;
    paper: "certificate" | "receipt" | "slip";
    throughId?: string;
  };
  "handover.tell": { orgId: string; handoverId: string };
  "link.transferred": { orgId: string; linkId: string };
  "mail.send": { orgId: string; mailId: string };
  "mail.test": { orgId: string; memberId: string };
  "installation.watch": { orgId: string };
  "client.notice": { orgId: string; noticeId: string };
  "client.paper": { orgId: string; paperId: string };
  "release.tell": { orgId: string; releaseId: string; memberId?: string };
  "clocks.sweep": { orgId: string };
  "evidence.check": { orgId: string };
  "files.tidy": { orgId: string };
  "audit.anchor": { orgId: string };
  "audit.check": { orgId: string };
  "alerts.watch": { orgId: string };
  "import.work": { orgId: string; importId: string };
  "export.build": { orgId: string; exportId: string };
  "record.erase": { orgId: string; requestId: string };
  "search.watch": { orgId: string; searcherId: string; newClientId: string | null; hits: SearchHit[] };
  "webhook.send": { orgId: string };
  "case.send": { orgId: string; sendingId: string };
};
