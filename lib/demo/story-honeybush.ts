import { showcase } from "./showcase";
import { signedPage, struckOut } from "./signed-page";
import { honeybushChat, number, picked } from "./story-honeybush-chat";
import type { Story } from "./story-types";

/** What the client answers to the questions of the sworn statement, in her own words. */
const answers = {
  "Identity or passport number": "000000 0000 000 (invented)",
  Age: "29",
  Occupation: "Bookkeeper",
  "How do you know what you say here?":
    "The messages came to my own telephone and I read them myself. The post was sent to me by a colleague, and I then opened it myself.",
  "Who do you think is behind the accounts":
    "I believe that it is Jordan Sample, whom I knew from an online course in 2025. We spoke on a video call on the first account. As far as I know this person lives in Columbus, Ohio. I do not know the address.",
  "Is there anything else that happened": "Nothing else.",
  "Did you tell the sender to stop?":
    "Yes. On the same evening I wrote: Do not write to me again. The answer was: You do not get to decide that. Two days later I wrote once more that it must end, and blocked the account. The second account wrote a week after that.",
  "What has it done to you?":
    "I no longer take the bus. My brother drives me. I sleep badly and I have told my manager why I leave early. I am afraid when a new account writes.",
  "If an intimate picture was shown or sent":
    "I took the picture myself in 2025 and sent it to one person. I never agreed that it is shown to anybody else. It is real.",
  "Is there an earlier protection order": "There is none.",
  "Work address": "Nergensdorp Bookkeeping, 1 Toets Lane, Nergensdorp",
  "E-mail": "None is used for this",
  "Safe way and safe hours": "WhatsApp text only, weekdays 09:00 to 15:00",
  "Where are the originals":
    "The messages are on my telephone, which I keep. I took the pictures of the screen myself.",
};

const instead = {
  ...struckOut,
  "the bus stop the client uses": "the bus stop I use",
  "The client told the account to stop and then blocked it": "I told the account to stop and then blocked it",
  "A picture of the client": "A picture of me",
};

export const honeybush: Story = {
  pseudonym: showcase,
  owner: "thandi",
  risk: "high",
  matter: "Threats of violence, and to show images, from three accounts abroad",
  opened: 47,
  client: { name: "Nomsa Voorbeeld", phone: "+27 82 000 0001", address: "12 Voorbeeld Street, Nergensdorp" },
  subject: { allegedName: "Jordan Sample", allegedPlace: "Columbus, Ohio" },
  accounts: [
    {
      platform: "instagram",
      handle: "harrow.example.one",
      id: "17841400000000142",
      url: "https://www.instagram.com/harrow.example.one",
      confidence: "confirmed",
      why: "The client saw it used on a video call",
    },
    {
      platform: "x",
      handle: "harrow_example2",
      id: "1580000000000000142",
      confidence: "probable",
      why: "Same words and pictures",
    },
  ],
  incidents: [
    {
      ago: 60,
      at: "21:14",
      nature: "threat_violence",
      account: 0,
      words: "I know where you wait for the bus. I will be there.",
      what: "A message that names the bus stop the client uses.",
    },
    {
      ago: 58,
      at: "08:02",
      nature: "told_to_stop",
      event: true,
      account: 0,
      what: "The client told the account to stop and then blocked it.",
      shows: "told_to_stop",
    },
    {
      ago: 52,
      at: "22:47",
      nature: "intimate_image",
      account: 1,
      words: "Everyone at your work will see these by Friday.",
      what: "A picture of the client was posted, with a demand to answer.",
    },
    {
      ago: 49,
      at: "06:31",
      nature: "unwanted_contact",
      account: 1,
      words: "You cannot block all of me.",
      what: "A new account wrote after the first one was blocked.",
      shows: "new_account_after_block",
    },
  ],
  exhibits: [
    {
      ago: 46,
      at: "10:06",
      name: "chat-bus-stop.png",
      description: "Direct messages about the bus stop",
      words: "I know where you wait for the bus. I will be there.",
      incident: 0,
      account: 0,
      url: "https://www.instagram.com/direct/t/340282366840000000142",
      clock: "device_clock",
      screen: {
        heading: "harrow.example.one",
        bubbles: [
          { text: "I know where you wait for the bus. I will be there.", at: "21:14" },
          { text: "Do not write to me again.", at: "21:20", mine: true },
          { text: "You do not get to decide that.", at: "21:21" },
        ],
      },
    },
    {
      ago: 46,
      at: "10:11",
      name: "post-demand.jpg",
      description: "Public post with the demand, picture covered",
      words: "Everyone at your work will see these by Friday.",
      incident: 2,
      account: 1,
      url: "https://x.com/harrow_example2/status/1980000000000000142",
      clock: "platform_stamp",
      sensitivity: "distressing",
      screen: {
        heading: "@harrow_example2",
        bubbles: [
          { text: "Everyone at your work will see these by Friday.", at: "22:47" },
          { text: "[picture covered for this copy]", at: "22:47" },
        ],
      },
    },
    {
      ago: 45,
      at: "09:40",
      name: "new-account.png",
      description: "First message from the second account",
      words: "You cannot block all of me.",
      incident: 3,
      screen: { heading: "@harrow_example2", bubbles: [{ text: "You cannot block all of me.", at: "06:31" }] },
    },
    signedPage("Sworn statement, signed on every page", "statement-sworn.png", 42),
    signedPage("Written authority to apply for an order", "authority-signed.png", 14),
    {
      ago: 20,
      at: "12:20",
      name: "WhatsApp Chat with unknown number.txt",
      description: "Export of the chat with the number that began to write",
      words: "I will be at your stop on Friday.",
      clock: "device_clock",
      chat: honeybushChat,
    },
  ],
  acts: [
    { ago: 47, skip: "emergency", reason: "No danger at this moment; the plan for it is agreed." },
    { ago: 45, submit: "platform-reports", note: "Both accounts reported in the product." },
    { ago: 45, number: "platform_report", raw: "RPT-000142-A", via: "email" },
    { ago: 43, outcome: "platform-reports", note: "One account was closed; the other was warned." },
    { ago: 44, begin: "sworn-statement" },
    { ago: 44, draft: "za-sworn-statement", as: "client", exhibits: ["E-01", "E-02", "E-03"] },
    { ago: 42, finish: "za-sworn-statement", answers, instead },
    { ago: 42, swear: "za-sworn-statement", exhibit: 3 },
    { ago: 42, outcome: "sworn-statement", note: "Sworn before a commissioner of oaths, three annexures." },
    { ago: 41, submit: "csc-report", at: "11:20", note: "Reported with the statement." },
    { ago: 40, number: "cas", serial: 212, station: "Fynbos Road", via: "sms" },
    { ago: 39, submit: "ic3" },
    { ago: 39, number: "ic3", raw: "I2610150000000124", via: "portal" },
    {
      ago: 37,
      amend: "ic3",
      raw: "I2610150000000142",
      why: "Two digits were the wrong way round; checked on the print.",
    },
    { ago: 14, authority: "harassment_order", exhibit: 4 },
    { ago: 30, submit: "detective", note: "Asked the station which detective has the docket." },
    { ago: 28, contact: "detective", note: "A detective sergeant was named and has the docket." },
    { ago: 26, outcome: "preservation-request", note: "The detective asked by way of the desk at home." },
    { ago: 24, number: "preservation", raw: "PRES-EX-0142", issuer: "Instagram", via: "email" },
    {
      ago: 26,
      keep: 0,
      askedBy: "Detectives, Fynbos Road, by way of the desk at home",
      answer: 2,
      days: 90,
      note: "The provider answered the officer by e-mail.",
    },
    { ago: 19, link: "whatsapp", handle: number, why: "It speaks of what only the first account wrote" },
    { ago: 19, phone: number, why: "The chat came from this number" },
    { ago: 19, chat: 5, client: "Nomsa Voorbeeld", pick: picked, nature: "threat_violence" },
    {
      ago: 18,
      mask: 1,
      box: { x: 0.04, y: 0.128, width: 0.74, height: 0.105 },
      why: "The demand itself, for the copy that goes to the platform",
    },
    { ago: 18, draft: "za-detective-follow-up", as: "advocate" },
    { ago: 18, contact: "detective", note: "Asked for an update; statement is with the prosecutor." },
    { ago: 13, check: [0, 1, 5] },
    { ago: 12, submit: "protection-order", note: "Application handed in at the magistrate's court." },
    {
      ago: 12,
      number: "protection_order_application",
      raw: "EX/0142 or EX/0147, the stamp is blurred",
      issuer: "Magistrate's court, Nergensdorp",
      odd: true,
      via: "paper",
    },
    { ago: 10, submit: "fbi-tip" },
  ],
};
