import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { type Drawing, drawing, harmless, marked } from "./corpus";
import { docxType, makeDocx, makeJpeg, makePlainPdf, makePng, makeXlsx, xlsxType } from "./make-files";

/** `refused` for what must not be taken; `either` where chance may leave a sound file. */
export type Hostile = {
  what: string;
  name: string;
  type: string;
  bytes: Uint8Array;
  outcome: "refused" | "either";
};

const pdfType = "application/pdf";
const html = "<!doctype html><script>alert(document.cookie)</script>";

type Kind = readonly [name: string, type: string, make: () => Uint8Array];
const sound: readonly Kind[] = [
  ["van-ban.pdf", pdfType, () => makePlainPdf("Bao cao")],
  ["van-ban.docx", docxType, () => makeDocx(["Báo cáo tháng 11"])],
  [
    "bang.xlsx",
    xlsxType,
    () =>
      makeXlsx([
        ["STT", "Tên"],
        ["1", "Một"],
      ]),
  ],
  ["anh.png", "image/png", () => makePng()],
  ["anh.jpg", "image/jpeg", () => makeJpeg()],
  ["ghi-chep.txt", "text/plain", () => Buffer.from("Ghi chép cuộc họp ngày 26/11\n", "utf8")],
  ["bang.csv", "text/csv", () => Buffer.from("STT;Tên\n1;Một\n", "utf8")],
];

const join = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));

/** An archive written by hand, so that it may lie. */
function rawZip(
  entries: readonly { name: string; data: Buffer; size?: number; flags?: number; at?: number }[],
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(entry.data.length, 18);
    local.writeUInt32LE(entry.size ?? 0, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(entry.flags ?? 0, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(entry.data.length, 20);
    central.writeUInt32LE(entry.size ?? 0, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(entry.at ?? at, 42);
    locals.push(local, name, entry.data);
    centrals.push(central, name);
    at += 30 + name.length + entry.data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

let zeros: Buffer | undefined;
/** 150 million zeros, packed: a few hundred kilobytes. */
function packedZeros(): Buffer {
  zeros ??= deflateRawSync(Buffer.alloc(150_000_000));
  return zeros;
}

function wrong(draw: Drawing): Hostile {
  const contents: readonly (readonly [string, Uint8Array | string])[] = [
    ["a program", "MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8"],
    ["a Linux program", "\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\0\0"],
    ["a page", html],
    ["a drawing that runs", `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>`],
    ["a script", "#!/bin/sh\nrm -rf /\n"],
    ["a server's script", "<?php system($_GET['c']); ?>"],
    ["an archive", zipSync({ "a.txt": strToU8("a") })],
    ["an old Word file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and what follows"],
    ["a RAR archive", "Rar!\x1a\x07\x01\0 and what follows"],
    ["nothing but zeros", Buffer.alloc(2_000)],
    ["rich text", "{\\rtf1\\ansi Chào}"],
    ["a GIF", "GIF89a\x01\0\x01\0\0\0\0;"],
  ];
  const [what, content] = draw.one(contents);
  const [name, type] = draw.one(sound);
  return { what: `${what} as ${name}`, name, type, bytes: join(content), outcome: "refused" };
}

function foreignEnding(draw: Drawing): Hostile {
  const [, type, make] = draw.one(sound);
  const name = draw.one([
    "a.exe",
    "a.pdf.exe",
    "a.html",
    "a.svg",
    "a.zip",
    "a.docm",
    "a.xlsm",
    "a.js",
    "a",
    ".htaccess",
    "a.pdf\u0000.exe",
    "a\u202Efdp.exe",
    "a.doc",
    "a.iso",
  ]);
  return { what: `a name ${JSON.stringify(name)}`, name, type, bytes: make(), outcome: "refused" };
}

function exchanged(draw: Drawing): Hostile {
  const one = draw.upTo(5);
  const other = (one + 1 + draw.upTo(4)) % 5;
  const [name, type] = sound[one] as Kind;
  const [otherName, , make] = sound[other] as Kind;
  return { what: `${otherName} as ${name}`, name, type, bytes: make(), outcome: "refused" };
}

function polyglot(draw: Drawing): Hostile {
  const zip = zipSync({ "a.txt": strToU8("a") });
  const made: readonly (readonly [string, string, Uint8Array])[] = [
    ["a.pdf", pdfType, join(makePlainPdf("a"), zip)],
    ["a.png", "image/png", join(makePng(), zip)],
    ["a.jpg", "image/jpeg", join(makeJpeg(), zip)],
    ["a.jpg", "image/jpeg", join(makeJpeg(), html)],
    ["a.png", "image/png", join(makePng(), "<?php phpinfo(); ?>")],
    ["a.pdf", pdfType, join(html, makePlainPdf("a"))],
    ["a.pdf", pdfType, join(makePlainPdf("a"), html)],
    ["a.jpg", "image/jpeg", makeJpeg(html)],
    ["a.docx", docxType, join("#!/bin/sh\n", makeDocx(["a"]))],
    ["a.docx", docxType, join(makeDocx(["a"]), html)],
    ["a.png", "image/png", makePng({ keyword: "Comment", value: html })],
    ["a.jpg", "image/jpeg", join(makeJpeg(), makePlainPdf("a"))],
    ["a.txt", "text/plain", join(html, "\nxin chào")],
    ["a.csv", "text/csv", join("%PDF-1.7\n", "1;2")],
  ];
  const [name, type, bytes] = draw.one(made);
  return { what: `two kinds in ${name}`, name, type, bytes, outcome: "refused" };
}

function bomb(draw: Drawing): Hostile {
  const kind = draw.upTo(6);
  const zip = (what: string, bytes: Uint8Array): Hostile => ({
    what,
    name: "a.docx",
    type: docxType,
    bytes,
    outcome: "refused",
  });
  const data = packedZeros();
  if (kind === 0)
    return zip("150 MB in one entry", rawZip([{ name: "word/document.xml", data, size: 150_000_000 }]));
  if (kind === 1)
    return zip("an entry larger than it says", rawZip([{ name: "word/document.xml", data, size: 1_000 }]));
  if (kind === 2) {
    const shared = Array.from({ length: 50 }, (_, index) => ({
      name: `w${index}.xml`,
      data: index === 0 ? data : Buffer.alloc(0),
      size: 1_000_000,
      at: 0,
    }));
    return zip("entries that share bytes", rawZip(shared));
  }
  if (kind === 3)
    return zip(
      "7,000 entries",
      rawZip(Array.from({ length: 7_000 }, (_, index) => ({ name: `w${index}`, data: Buffer.alloc(0) }))),
    );
  if (kind === 4)
    return zip(
      "an archive in the archive",
      makeDocx(["a"], { more: { "word/media/a.zip": zipSync({ "b.txt": strToU8("b") }) } }),
    );
  const nested = "<< /Length 10 /Filter [/FlateDecode /FlateDecode] >>\nstream\n0123456789\nendstream";
  return {
    what: "packed twice in a PDF",
    name: "a.pdf",
    type: pdfType,
    bytes: makePlainPdf("a", { objects: [nested] }),
    outcome: "refused",
  };
}

const relations = (type: string, target: string) =>
  strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  );

function active(draw: Drawing): Hostile {
  const pdf = (what: string, options: Parameters<typeof makePlainPdf>[1]) =>
    [what, "a.pdf", pdfType, makePlainPdf("a", options)] as const;
  const docx = (what: string, options: Parameters<typeof makeDocx>[1]) =>
    [what, "a.docx", docxType, makeDocx(["a"], options)] as const;
  const made = draw.one([
    pdf("a PDF with a script", { catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>" }),
    pdf("a PDF with a script by another spelling", {
      catalog: "/OpenAction << /S /J#61vaScript /J#53 (x) >>",
    }),
    pdf("a PDF that starts a program", { catalog: "/OpenAction << /S /Launch /F (cmd.exe) >>" }),
    pdf("a PDF with a file in it", {
      catalog: "/Names << /EmbeddedFiles << /Names [(a.exe) 7 0 R] >> >>",
      objects: ["<< /Type /Filespec /F (a.exe) >>"],
    }),
    docx("a Word file with macros", { more: { "word/vbaProject.bin": strToU8("x".repeat(64)) } }),
    docx("a Word file that says it has macros", {
      contentType: "application/vnd.ms-word.document.macroEnabled.main+xml",
    }),
    docx("a Word file with a program in it", {
      more: { "word/embeddings/oleObject1.bin": strToU8("\xd0\xcf\x11\xe0") },
    }),
    docx("a template from elsewhere", {
      more: { "word/_rels/settings.xml.rels": relations("attachedTemplate", "http://example.com/x.dotm") },
    }),
    docx("a picture that is a program", { more: { "word/media/image1.png": strToU8("MZ and more") } }),
    docx("a path that leads out", { more: { "../../etc/passwd.xml": strToU8("<a/>") } }),
    [
      "an encrypted archive",
      "a.docx",
      docxType,
      rawZip([{ name: "word/document.xml", data: Buffer.from("x"), flags: 1 }]),
    ] as const,
  ]);
  const [what, name, type, bytes] = made;
  return { what, name, type, bytes, outcome: "refused" };
}

function cut(draw: Drawing): Hostile {
  const [name, type, make] = sound[draw.upTo(5)] as Kind;
  const bytes = make();
  return {
    what: `${name} cut off`,
    name,
    type,
    bytes: bytes.subarray(0, draw.upTo(bytes.length - 8)),
    outcome: "refused",
  };
}

function damaged(draw: Drawing): Hostile {
  const [name, type, make] = draw.one(sound);
  const bytes = Buffer.from(make());
  for (let count = 1 + draw.upTo(20); count > 0; count -= 1) bytes[draw.upTo(bytes.length)] = draw.upTo(256);
  return { what: `${name} with wrong bytes`, name, type, bytes, outcome: "either" };
}

const oddNames = [
  "../../../etc/passwd.txt",
  "..\\..\\windows\\system.txt",
  "C:\\Users\\a\\b.txt",
  "a\r\nSet-Cookie: x=1.txt",
  "a\u0000b.txt",
  "\u202Etxt.exe.txt",
  "<script>alert(1)</script>.txt",
  "'; drop table files; --.txt",
  `${"dài ".repeat(200)}.txt`,
  ".txt",
  "con.txt",
  'a"b.txt',
  "a%00.txt",
  "\u200b\u200b.txt",
  "Tờ trình.txt".normalize("NFD"),
  "§¬n khiÕu n¹i.txt",
];

function oddName(draw: Drawing): Hostile {
  const name = draw.one(oddNames);
  return {
    what: `named ${JSON.stringify(name).slice(0, 40)}`,
    name,
    type: "text/plain",
    bytes: Buffer.from("Nội dung\n", "utf8"),
    outcome: "either",
  };
}

function oddText(draw: Drawing): Hostile {
  const made: readonly (readonly [string, Uint8Array])[] = [
    ["TCVN3", Buffer.from("C\xe9ng h\xdfa x\xb7 h\xe9i", "latin1")],
    ["VNI", Buffer.from("C\xd6\xc4NG HO\xd8A", "latin1")],
    ["windows-1258", Buffer.from("C\xf4\xf2ng h\xf2a", "latin1")],
    ["control characters", Buffer.from("a\u0001b\u0002", "utf8")],
    ["zeros", Buffer.from("a\0b", "latin1")],
    ["half of UTF-8", Buffer.from([0xe1, 0xba])],
    ["half of UTF-16", Buffer.from([0xff, 0xfe, 0x41])],
  ];
  const [what, bytes] = draw.one(made);
  return { what, name: "a.txt", type: "text/plain", bytes, outcome: "refused" };
}

function large(draw: Drawing): Hostile {
  const [name, type] = draw.one(sound);
  return {
    what: `50 MB as ${name}`,
    name,
    type,
    bytes: Buffer.alloc(50 * 1024 * 1024, 0x41),
    outcome: "refused",
  };
}

async function secret(draw: Drawing): Promise<Hostile> {
  const made = await marked(draw.upTo(1_000));
  return { what: "a marked document", ...made, outcome: "refused" };
}

async function ordinary(draw: Drawing): Promise<Hostile> {
  const made = await harmless(1 + 6 * draw.upTo(200) + draw.upTo(5));
  return { what: "an ordinary document", ...made, outcome: "either" };
}

const makers: readonly ((draw: Drawing) => Hostile | Promise<Hostile>)[] = [
  wrong,
  foreignEnding,
  exchanged,
  polyglot,
  bomb,
  active,
  cut,
  damaged,
  oddName,
  oddText,
  secret,
  ordinary,
];

/** Uploads nobody should send, `seed` names one of them; every two hundredth has 50 MB. */
export async function hostile(seed: number): Promise<Hostile> {
  const draw = drawing(seed * 31 + 7);
  if (seed % 200 === 150) return large(draw);
  return (makers[seed % makers.length] ?? wrong)(draw);
}
