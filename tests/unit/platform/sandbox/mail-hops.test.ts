import { describe, expect, test } from "vitest";
import { readMail } from "@/lib/platform/sandbox/child-mail.mjs";
import { mailOf } from "@/tests/fixtures/mails/write";

async function hopOf(received: string) {
  const { mail } = await readMail(mailOf([`Received: ${received}`], ["x"]));
  return mail.hops[0];
}

describe("what the receiving server saw, and what the sending machine said of itself", () => {
  test.each([
    [
      "Postfix, with an address as greeting",
      "from [10.1.1.5] (cpe-76-183-22-9.tx.example [76.183.22.9]) by mx.example (Postfix) with ESMTP id 1; x",
      { claimed: "[10.1.1.5]", seenIp: "76.183.22.9", seenName: "cpe-76-183-22-9.tx.example", by: "mx.example" },
    ],
    [
      "Postfix, with a name that it could not find and a note about the cipher",
      "from laptop (unknown [192.0.2.7]) (using TLSv1.3 with cipher A [1.1.1.1] (256/256 bits)) by mx.example with ESMTPS",
      { claimed: "laptop", seenIp: "192.0.2.7", seenName: null, with: "ESMTPS" },
    ],
    [
      "a certificate that names an address",
      'from a (b.example [192.0.2.7]) (Client CN "[6.6.6.6]", Issuer "c" (verified OK)) by mx.example with ESMTPS',
      { claimed: "a", seenIp: "192.0.2.7", seenName: "b.example" },
    ],
    [
      "Sendmail, with the answer of ident and a doubt",
      "from a (x[6.6.6.6]@b.example [192.0.2.7] (may be forged)) by mx.example (8.15.2/8.15.2) with ESMTP",
      { claimed: "a", seenIp: "192.0.2.7", seenName: null },
    ],
    [
      "Exim, which found a name",
      "from b.example ([192.0.2.7]:2525 helo=[10.1.1.5]) by mx.example with esmtp (Exim 4.96)",
      { claimed: "[10.1.1.5]", seenIp: "192.0.2.7", seenName: "b.example" },
    ],
    [
      "Exim, which found none",
      "from [192.0.2.7] (helo=mail.bank.example) by mx.example with esmtp",
      { claimed: "mail.bank.example", seenIp: "192.0.2.7", seenName: null },
    ],
    [
      "qmail",
      "from unknown (HELO [10.1.1.5]) (192.0.2.7) by mx.example with SMTP",
      { claimed: "[10.1.1.5]", seenIp: "192.0.2.7", seenName: null },
    ],
    [
      "Exchange, with an address of the new kind",
      "from A.prod.example (2603:10a6:208:3e::21) by B.prod.example (2603:10a6:208:3f::22) with Microsoft SMTP Server",
      { claimed: "A.prod.example", seenIp: "2603:10a6:208:3e::21", by: "B.prod.example" },
    ],
    [
      "an address of the new kind in brackets",
      "from a (b.example. [IPv6:2001:db8::9]) by mx.example",
      { claimed: "a", seenIp: "2001:db8::9", seenName: "b.example" },
    ],
    [
      "a page on which the mail was written: nobody greeted",
      "from [192.0.2.7] by web.example via HTTP",
      { claimed: null, seenIp: "192.0.2.7" },
    ],
    [
      "a machine that calls itself by a word of the line",
      "from by (b.example [192.0.2.7]) by mx.example",
      { claimed: "by", seenIp: "192.0.2.7", by: "mx.example" },
    ],
    [
      "an address that is claimed alone",
      "from [10.1.1.5] by mx.example with ESMTP",
      { claimed: "[10.1.1.5]", seenIp: null },
    ],
    ["an address after a name, in no parentheses", "from a [1.2.3.4] by mx.example", { claimed: "a", seenIp: null }],
    ["a number that is no address", "from a (b [999.1.1.1]) by mx.example", { claimed: "a", seenIp: null }],
    ["two addresses", "from a (b [192.0.2.7]) (c [192.0.2.8]) by mx.example", { claimed: "a", seenIp: null }],
    ["parentheses without an end", "from a (b [192.0.2.7] by mx.example", { claimed: "a", seenIp: null, by: null }],
    [
      "a server that names itself alone",
      "by mx.example (Postfix, from userid 1000 [6.6.6.6])",
      { claimed: null, seenIp: null },
    ],
    ["nothing that can be read", "((((", { claimed: null, seenIp: null, by: null, at: null }],
  ])("%s", async (_, line, expected) => {
    expect(await hopOf(line)).toMatchObject(expected);
  });

  test.each(["=?utf-8?Q?b_[6.6.6.6]?=", "=?utf-8?Q?b?= =?utf-8?Q?=5B6.6.6.6=5D?="])(
    "%s is no address",
    async (word) => {
      expect(await hopOf(`from a (${word}) by mx.example`)).toMatchObject({ seenIp: null });
    },
  );

  test.each([
    ["[192.0.2.7]", "192.0.2.7"],
    ["192.0.2.7", "192.0.2.7"],
    ["2001:db8::9", "2001:db8::9"],
    ["nobody", null],
  ])("X-Originating-IP %s", async (value, ip) => {
    const { mail } = await readMail(mailOf([`X-Originating-IP: ${value}`], ["x"]));
    expect(mail.originatingIp).toBe(ip);
  });
});
