import { CryptoKeySigner, PDF } from "@libpdf/core";
import { beforeAll, expect, test } from "vitest";
import { verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import { fileAlone, makeScene, recorded, type Scene, signedAt } from "./signed-agreement";

/** What a signer's own tool could do in the very update that holds the signature. */
const changes: readonly { name: string; change: (document: PDF) => void }[] = [
  {
    name: "paints on a page",
    change: (document) => pageOf(document, 1).drawText("Van phong A", { x: 80, y: 400 }),
  },
  { name: "turns a page", change: (document) => pageOf(document, 0).setRotation(180) },
  { name: "adds a page", change: (document) => void document.addPage({ size: "a4" }) },
  { name: "removes a page", change: (document) => void document.removePage(0) },
  { name: "moves a page", change: (document) => document.movePage(0, 2) },
  { name: "renames the document", change: (document) => document.setTitle("Khac") },
  { name: "claims another author", change: (document) => document.setAuthor("Khac") },
  {
    name: "adds a note",
    change: (document) =>
      void pageOf(document, 0).addTextAnnotation({
        rect: { x: 80, y: 400, width: 20, height: 20 },
        contents: "x",
      }),
  },
  {
    name: "adds a link",
    change: (document) =>
      void pageOf(document, 0).addLinkAnnotation({
        rect: { x: 80, y: 400, width: 200, height: 200 },
        uri: "https://example.org",
      }),
  },
  { name: "attaches a file", change: (document) => document.addAttachment("a.txt", new Uint8Array([65])) },
  { name: "adds a text field", change: (document) => void document.getOrCreateForm().createTextField("x") },
];

let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(3);
});

test("the tool that changes nothing but signs is accepted", async () => {
  const file = await signWithTool(() => undefined);
  expect(verifyAgreementPdf(file, recorded(scene, scene.signers))).toMatchObject({ ok: true });
});

test.each(changes)("a tool that $name while signing is found out", async ({ change }) => {
  const file = await signWithTool(change);
  const result = verifyAgreementPdf(file, fileAlone(scene));
  expect(result.signatures.map(({ problems }) => problems)).toEqual([[], [], []]);
  expect(result.problems).toContainEqual(
    expect.objectContaining({ code: "content-changed-after-signature", afterSignature: 2 }),
  );
  expect(result.ok).toBe(false);
});

async function signWithTool(change: (document: PDF) => void): Promise<Uint8Array> {
  const [signer, before] = [scene.signers[2], scene.files[2]];
  if (!signer || !before) throw new Error("no signer");
  const document = await PDF.load(new Uint8Array(before));
  change(document);
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey(
    "pkcs8",
    new Uint8Array(signer.privateKeyPkcs8),
    algorithm,
    false,
    ["sign"],
  );
  const chain = [new Uint8Array(scene.authority.certificateDer)];
  const toolSigner = new CryptoKeySigner(key, new Uint8Array(signer.certificateDer), "EC", "ECDSA", chain);
  const { bytes } = await document.sign({
    signer: toolSigner,
    fieldName: signer.fieldName,
    signingTime: signedAt(2),
    level: "B-B",
  });
  expect(Buffer.compare(bytes.subarray(0, before.length), before)).toBe(0);
  return bytes;
}

function pageOf(document: PDF, index: number) {
  const page = document.getPage(index);
  if (!page) throw new Error("no such page");
  return page;
}
