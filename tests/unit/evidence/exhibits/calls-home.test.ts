import { deflateRawSync, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { callsHome } from "@/lib/evidence/exhibits/calls-home";

const seen = (text: string) => callsHome(Buffer.from(text, "latin1"));
const pdf = (object: string) => `%PDF-1.7\n1 0 obj\n<< ${object} >>\nendobj\n%%EOF`;
const mail = (body: string, how = "7bit") =>
  `From: a@x.example\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${how}\r\n\r\n${body}`;
const pixel = '<html><body>Hi<img width="1" height="1" src="https://track.example/p?u=147"></body></html>';
const wrapped = (text: string) => Buffer.from(text).toString("base64").replaceAll(/.{60}/g, "$&\r\n");

/** A zip as office programs write it: each file deflated, named once more at the end. */
function zipOf(files: Record<string, string>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const head = Buffer.alloc(30);
    head.write("PK\u0003\u0004", "latin1");
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    const line = Buffer.alloc(46);
    line.write("PK\u0001\u0002", "latin1");
    line.writeUInt16LE(8, 10);
    line.writeUInt32LE(packed.length, 20);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(Buffer.concat(local).length, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(line, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt32LE(Buffer.concat(local).length, 16);
  return Buffer.concat([...local, ...central, end]);
}

describe("what a file does when it is opened", () => {
  test.each([
    ["a pixel in a mail", mail(pixel), "remote picture or style"],
    ["one in quoted-printable", mail(pixel.replaceAll("=", "=3D"), "quoted-printable"), "remote picture or style"],
    ["one in base64", mail(wrapped(pixel.repeat(3)), "base64"), "remote picture or style"],
    ["a style", "<link rel=stylesheet href='//cdn.example/a.css'>", "remote picture or style"],
    ["a style's picture", "<p style='background:url(http://x.example/a)'>", "remote picture or style"],
    ["a page that goes on", "<meta http-equiv='refresh' content='0;url=//x.example'>", "remote picture or style"],
    ["a script", "<html><script>1</script>", "script"],
    ["an event", "<body onload=go()>", "script"],
    ["a form", "<form method=post action='https://x.example/'>", "form that sends"],
    ["a script in a picture", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "script"],
    ["a picture in a picture", "<svg><image xlink:href='https://x.example/a.png'/></svg>", "remote picture or style"],
    ["JavaScript of a PDF", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "script"],
    ["a name with a code in it", pdf("/OpenAction << /S /J#61vaScript >>"), "script"],
    ["an address at opening", pdf("/OpenAction << /S /URI /URI (http://x.example) >>"), "remote picture or style"],
    [
      "one in another object",
      `${pdf("/OpenAction 7 0 R")}\n7 0 obj\n<< /S /URI /URI (http://x.example) >>\nendobj`,
      "remote picture or style",
    ],
    ["a program", pdf("/A << /S /Launch /F (calc.exe) >>"), "program or file that it starts"],
    ["a form of a PDF", pdf("/A << /S /SubmitForm /F (http://x.example) >>"), "form that sends"],
    ["a file inside", pdf("/Type /EmbeddedFile"), "program or file that it starts"],
  ])("finds %s", (_, text, what) => {
    expect(seen(text)).toContain(what);
  });

  test("finds what a PDF keeps in a packed stream", () => {
    const packed = deflateSync(Buffer.from("1 0 << /S /JavaScript /JS (1) >>"));
    const head = Buffer.from(`%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n`);
    expect(callsHome(Buffer.concat([head, packed, Buffer.from("\nendstream\nendobj")]))).toEqual(["script"]);
  });

  test("finds macros, templates and pictures of an office file, and leaves its links alone", () => {
    const rel = (type: string) =>
      `<Relationships><Relationship Type="http://x/${type}" Target="https://x.example/a" TargetMode="External"/></Relationships>`;
    const office = (files: Record<string, string>) => callsHome(zipOf(files));
    expect(office({ "word/vbaProject.bin": "x" })).toEqual(["macro"]);
    expect(office({ "word/_rels/settings.xml.rels": rel("attachedTemplate") })).toEqual(["remote template"]);
    expect(office({ "word/_rels/document.xml.rels": rel("image") })).toEqual(["remote picture or style"]);
    expect(office({ "word/_rels/document.xml.rels": rel("hyperlink") })).toEqual([]);
  });

  test.each([
    ["a plain mail", mail("<p>Hello <a href='https://x.example'>here</a></p>")],
    ["a picture inside the mail", mail('<img src="cid:1"><img src="data:image/png;base64,AA">')],
    ["a PDF with links and a first page", pdf("/OpenAction [3 0 R /Fit] /A << /S /URI /URI (http://x.example) >>")],
    ["words", "He said on=1 and script, and https://x.example"],
    ["nothing", ""],
  ])("leaves %s alone", (_, text) => {
    expect(seen(text)).toEqual([]);
  });

  test("comes to an end with bytes of nobody's making", () => {
    expect(callsHome(Buffer.from("<img ".repeat(20_000)))).toEqual([]);
    expect(callsHome(Buffer.from(`%PDF-${"/OpenAction ".repeat(20_000)}`))).toEqual([]);
    expect(callsHome(Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(20_000, 0x50)]))).toEqual([]);
  });
});
