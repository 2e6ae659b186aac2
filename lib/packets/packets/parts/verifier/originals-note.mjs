export const NOTE = "README.txt";

/**
 * The note next to the originals: which of them have active content, and how to open them. It contains nothing that is
 * not in the list, so it can be regenerated from the list. Null if none of them has any.
 * @param {readonly { originals: readonly { travels: string, travelsAs?: string | null, acts?: readonly string[] }[]
 * }[]} exhibits
 * @returns {string | null}
 */
export function originalsNote(exhibits) {
  const active = exhibits.flatMap(({ originals }) =>
    originals.filter((original) => original.travels === "beside" && original.acts && original.acts.length > 0),
  );
  if (active.length === 0) return null;
  return [
    "Some of these files act when they are opened: they may reach a server or run something,",
    "so that whoever made them learns when and from where they were read.",
    "",
    ...active.map((original) => `  ${original.travelsAs}: ${original.acts?.join(", ")}`),
    "",
    "How to open them safely:",
    "  - Look at the printed pages and the attachments of the served PDF first. They do nothing.",
    "  - Open the file itself only when that is not enough, and work on a copy.",
    "  - Use a computer without a network that holds nothing else of value.",
    "  - Use a program that loads no remote content and runs no scripts and no macros; for a mail,",
    "    a text editor. Say no to every question whether content may be loaded or enabled.",
    "  - Press no link in it, and do not forward it as it is.",
    "",
    "This was found by looking at the files, not by opening them. A file that is not named here",
    "may act as well: it may be encrypted, packed, or too large to be looked into.",
    "",
  ].join("\n");
}
