import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";
import { minors } from "./notes-minors";

const slides = "tspa.org; DOJ slides (M. Degani)";
const mirrors = "Mirrors of the IC3 FAQ (eztechassist.com, seminartopics.net)";
const general = "General knowledge";

/** Bodies of facts for the United States (domain reference 3.4, 3.5 and 7). */
export const notes: LawNote[] = [
  minors,
  {
    key: "us-stored-communications",
    section: "3.4",
    jurisdiction: "US",
    title: "Data held by a US company: what it takes to reach it",
    items: [
      {
        text: "Basic subscriber data: name, address, session times and lengths, length of service, phone or subscriber number with the temporarily assigned IP, source of payment. Subpoena; relevance to an official investigation. 2703(c)(2).",
        sources: [cite("Subpoena.", "Meta guidelines", "V2"), cite("The list.", general, "G")],
      },
      fact(
        "Other non-content: message headers, IP logs, contacts. 2703(d) order; specific and articulable facts, reasonable grounds, relevant and material to an ongoing criminal investigation.",
        "18 USC 2703(c)(1)(B), (d)",
        "V2",
        "G",
      ),
      fact(
        "Content: messages, photos, posts, location. Search warrant; probable cause; on a foreign request also an offence of more than one year.",
        "18 USC 2703(a), (b); 3512",
        "V",
      ),
      fact(
        "Preservation: a letter from a governmental entity, no threshold. One snapshot of what exists, nothing future. 90 days, 90 more on a renewed request.",
        `18 USC 2703(f); ${slides}`,
        "V2",
      ),
      fact(
        "Emergency: the company may give content or records when it believes in good faith that there is danger of death or serious physical injury that bears no delay.",
        "18 USC 2702(b)(8), (c)(4)",
        "V2",
      ),
      fact(
        "Directly to foreign police: non-content only. The company may, it need not.",
        `18 USC 2702(c)(6), 2711(4); ${slides}`,
        "V2",
      ),
      fact(
        "\u201cGovernmental entity\u201d in 2703(f) is a US one. A foreign preservation request goes through US authorities, or is honoured as a courtesy: Snap says so, X and TikTok accept letters of law enforcement.",
        "Platform guidelines",
        "V2",
        "V",
      ),
      fact("No CLOUD Act agreement between South Africa and the United States is known.", general, "G", "C"),
      fact(
        "18 USC 3512: on application of an authorised government attorney a federal judge may carry out a foreign request: warrants, 2703 orders, pen register, testimony and production. It is filed where the person or things are, where a related case is, or in the District of Columbia.",
        "18 USC 3512 (law.cornell.edu; policyrisk.com)",
        "V",
      ),
      fact(
        "A search warrant needs conduct punishable by more than one year under federal or state law.",
        "18 USC 3512",
        "V",
      ),
    ],
  },
  {
    key: "us-first-amendment",
    section: "3.5",
    jurisdiction: "US",
    title: "Protected speech: what will not be acted on",
    items: [
      fact(
        "True threats are unprotected, but the sender must at least have consciously disregarded a substantial risk that the words would be viewed as threatening violence.",
        "Counterman v. Colorado, 600 U.S. 66 (27 June 2023)",
        "V",
      ),
      fact("Mere negligence is not enough for 875(c).", "Elonis v. US (2015)", "V2"),
      fact(
        "Insult, hate speech, defamation, false statements, shaming and political abuse will not yield content and may be refused, even where they are a crime at home. Build on true threats, extortion, stalking by a course of conduct, intimate images, intrusion and identity crime.",
        "Analysis",
        "G",
      ),
      fact(
        "Facts that carry it: explicit or contextual violence, cues of nearness, repetition after a block or no-contact notice, several accounts, reactions known to the sender.",
        "Analysis",
        "G",
      ),
    ],
  },
  {
    key: "us-ic3",
    section: "7",
    jurisdiction: "US",
    title: "FBI: IC3 and tips",
    items: [
      fact(
        "Who may file: the victim, or someone for the victim; either the victim or the alleged subject is in the US, whatever their citizenship.",
        `${mirrors}; ic3.gov copy for \u201con behalf\u201d`,
        "V2",
      ),
      {
        text: "Form fields: victim's name, address, phone, e-mail, and a separate block for the filer when it is someone else; financial transactions (account, date, amount, recipient); the subject's name, address, phone, e-mail, website, IP; the story; e-mail headers; other information; witnesses and other agencies; electronic signature.",
        sources: [
          cite("Fields.", "ic3.gov copy", "V"),
          cite("Age range, business details, witnesses and agencies, signature.", general, "G"),
        ],
      },
      fact(
        "Processing: analysts review and refer to federal, state, local or international agencies at their discretion.",
        mirrors,
        "V2",
      ),
      fact("Evidence: IC3 takes no evidence files. Paste headers and keep the originals safe.", mirrors, "V2"),
      fact(
        "Confirmation: shown once, with a submission id and a date. Save or print it then; there is no later copy and no account. The form of the id was not found.",
        "Practice",
        "G",
        "C",
      ),
      fact(
        "Status: no look-up and no updates. An agency contacts the filer if it takes the case. Add information by a new complaint that quotes the old id.",
        "Practice",
        "G",
      ),
      fact(
        "Contact safety: IC3 never contacts people for information or money, never asks for payment and has no social media. False IC3 sites exist: use only https://www.ic3.gov, no search engine.",
        "FBI notice of 19 Sep 2025, as reported",
        "V2",
      ),
      {
        text: "tips.fbi.gov: tip form for federal crimes. The tipster gets no case number. Phone 1-800-CALL-FBI.",
        sources: [
          cite("The form.", "Reporting guide", "S"),
          cite("No case number.", "Practice", "G", "C"),
          cite("Phone.", "Secondary source", "V2"),
        ],
      },
      fact(
        "A US victim of a sender abroad uses the same forms, with the local police report number and the FBI field office; NCMEC CyberTipline if a minor is concerned.",
        general,
        "G",
      ),
    ],
  },
];
