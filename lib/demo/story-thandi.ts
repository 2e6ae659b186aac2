import type { Story } from "./story-types";

const honeybush: Story = {
  pseudonym: "Honeybush",
  owner: "thandi",
  risk: "high",
  matter: "Threats of violence and images shared from two accounts abroad",
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
  ],
  acts: [
    { ago: 47, skip: "emergency", reason: "No danger at this moment; the plan for it is agreed." },
    { ago: 45, submit: "platform-reports", note: "Both accounts reported in the product." },
    { ago: 45, number: "platform_report", raw: "RPT-000142-A", via: "email" },
    { ago: 43, outcome: "platform-reports", note: "One account was closed; the other was warned." },
    { ago: 44, begin: "sworn-statement" },
    { ago: 42, outcome: "sworn-statement", note: "Sworn before a commissioner of oaths, two annexures." },
    { ago: 41, submit: "csc-report", at: "11:20", note: "Reported with the statement." },
    { ago: 40, number: "cas", serial: 212, station: "Fynbos Road", via: "sms" },
    { ago: 39, submit: "ic3" },
    { ago: 39, number: "ic3", raw: "I2610150000000142", via: "portal" },
    { ago: 30, submit: "detective", note: "Asked the station which detective has the docket." },
    { ago: 28, contact: "detective", note: "A detective sergeant was named and has the docket." },
    { ago: 18, contact: "detective", note: "Asked for an update; statement is with the prosecutor." },
    { ago: 12, submit: "protection-order", note: "Application handed in at the magistrate's court." },
    { ago: 10, submit: "fbi-tip" },
  ],
};

const sandpiper: Story = {
  pseudonym: "Sandpiper",
  owner: "thandi",
  risk: "high",
  inDanger: true,
  matter: "Stalking by messages with the client's movements",
  opened: 9,
  client: { name: "Ayanda Monster", phone: "+27 82 000 0002", address: "3 Proef Avenue, Nergensdorp" },
  subject: { allegedPlace: "Texas" },
  accounts: [
    { platform: "whatsapp", handle: "+1 555 0100", confidence: "probable", why: "Known to the client by voice" },
  ],
  incidents: [
    {
      ago: 14,
      at: "19:05",
      nature: "stalking",
      account: 0,
      words: "Nice coat today.",
      what: "A message that describes what the client wore that day.",
    },
    {
      ago: 11,
      at: "20:40",
      nature: "threat_violence",
      account: 0,
      words: "Next time I say it in person.",
      what: "A threat to come to the client's home.",
    },
  ],
  exhibits: [
    {
      ago: 8,
      at: "14:00",
      name: "messages.png",
      description: "Messages about the client's clothes",
      words: "Nice coat today.",
      incident: 0,
      screen: {
        heading: "+1 555 0100",
        bubbles: [
          { text: "Nice coat today.", at: "19:05" },
          { text: "Who is this?", at: "19:09", mine: true },
          { text: "Next time I say it in person.", at: "20:40" },
        ],
      },
    },
  ],
  acts: [
    { ago: 9, outcome: "emergency", note: "10111 phoned with the client; the flying squad came." },
    { ago: 6, begin: "sworn-statement" },
    { ago: 5, outcome: "sworn-statement", note: "Sworn at the Community Service Centre." },
    { ago: 4, submit: "csc-report", at: "09:15", note: "Reported; the number comes by SMS." },
    { ago: 4, awaited: "cas", note: "The station says within 48 hours." },
  ],
};

const weaver: Story = {
  pseudonym: "Weaver",
  owner: "thandi",
  risk: "elevated",
  matter: "Impersonation and publishing of the client's details",
  opened: 33,
  client: { name: "Tebogo Toets", phone: "+27 82 000 0003", address: "7 Toets Lane, Nergensdorp" },
  subject: { allegedName: "Casey Placeholder" },
  accounts: [
    {
      platform: "facebook",
      handle: "weaver.copy.example",
      id: "100000000000098",
      confidence: "confirmed",
      why: "It uses the client's own pictures",
    },
  ],
  incidents: [
    {
      ago: 40,
      at: "12:30",
      nature: "impersonation",
      account: 0,
      words: "Call me on this number, I am free tonight.",
      what: "A page in the client's name with the client's number.",
    },
  ],
  exhibits: [
    {
      ago: 32,
      at: "11:45",
      name: "false-page.jpg",
      description: "The false page, number covered",
      words: "Call me on this number, I am free tonight.",
      incident: 0,
      screen: {
        heading: "Page in the client's name",
        bubbles: [{ text: "Call me on this number, I am free tonight.", at: "12:30" }],
      },
    },
  ],
  acts: [
    { ago: 33, skip: "emergency", reason: "No danger at this moment." },
    { ago: 31, submit: "platform-reports" },
    { ago: 31, number: "platform_report", raw: "000098-IMP", via: "portal" },
    { ago: 28, outcome: "platform-reports", note: "The page was taken down." },
    { ago: 30, outcome: "sworn-statement", note: "Sworn before a commissioner of oaths." },
    { ago: 29, submit: "csc-report", at: "10:00", note: "The desk refused to open a docket." },
    { ago: 2, contact: "csc-report", note: "Asked again; the desk refers to the complaint." },
    { ago: 9, submit: "refusal-branch", note: "Complaint lodged with the station commander and the Secretariat." },
    { ago: 8, number: "civilian_secretariat", raw: "CSP/EX/0098", via: "email" },
  ],
};

const karee: Story = {
  pseudonym: "Karee",
  owner: "thandi",
  risk: "elevated",
  matter: "Demands for money with a threat to share images",
  opened: 21,
  client: { name: "Sipho Proef", phone: "+27 82 000 0004", address: "20 Monster Road, Nergensdorp" },
  subject: {},
  accounts: [
    {
      platform: "snapchat",
      handle: "karee_sender_ex",
      id: "00000000-0000-4000-8000-000000000155",
      confidence: "confirmed",
      why: "It sent the demand",
    },
  ],
  incidents: [
    {
      ago: 23,
      at: "23:15",
      nature: "extortion",
      account: 0,
      words: "Pay by tonight or your family sees it.",
      what: "A demand for money with a threat.",
    },
  ],
  exhibits: [
    {
      ago: 20,
      at: "08:30",
      name: "demand.png",
      description: "The demand for money",
      words: "Pay by tonight or your family sees it.",
      incident: 0,
      screen: {
        heading: "karee_sender_ex",
        bubbles: [
          { text: "Pay by tonight or your family sees it.", at: "23:15" },
          { text: "You have one hour.", at: "23:52" },
        ],
      },
    },
  ],
  acts: [
    { ago: 21, skip: "emergency", reason: "No danger at this moment." },
    { ago: 20, number: "stopncii", raw: "SN-0000155", via: "portal" },
    { ago: 19, outcome: "sworn-statement", note: "Sworn at the Community Service Centre." },
    { ago: 18, submit: "csc-report", at: "13:40" },
    { ago: 17, number: "cas", serial: 88, station: "Karee Park", via: "phone" },
    { ago: 6, submit: "detective", note: "Asked which detective has the docket." },
    { ago: 1, submit: "platform-reports" },
  ],
};

export const thandisCases: readonly Story[] = [honeybush, sandpiper, weaver, karee];
