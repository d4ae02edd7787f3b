import { expect, test } from "vitest";
import { BadForm, receiveForm } from "@/lib/platform/files/receive-form";
import { useFileSettings } from "@/tests/support/files/settings";

useFileSettings({ PORTAL_FILE_MB: "1" });

function formOf(files: readonly File[], fields: Readonly<Record<string, string>> = {}): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append("files", file);
  return new Request("http://localhost/", { method: "POST", body });
}

function raw(body: BodyInit, type = "multipart/form-data; boundary=b"): Request {
  return new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } });
}

const megabyte = 1024 * 1024;

test("what was typed and the files come as they were sent, with Vietnamese names", async () => {
  const file = new File(["nội dung"], "Tờ trình số 1.txt", { type: "text/plain" });
  const form = await receiveForm(formOf([file], { contribution: "Góp ý\r\nhai dòng", taskId: "1" }));
  expect([...form.fields]).toEqual([
    ["contribution", "Góp ý\r\nhai dòng"],
    ["taskId", "1"],
  ]);
  expect(form.files).toEqual([
    { field: "files", name: "Tờ trình số 1.txt", declaredType: "text/plain", bytes: Buffer.from("nội dung") },
  ]);
  expect(form.refused).toEqual([]);
  form.release();
});

test("a field of files that was left empty brings none", async () => {
  const form = await receiveForm(formOf([new File([], "", { type: "application/octet-stream" })]));
  expect([form.files, form.refused]).toEqual([[], []]);
  form.release();
});

test("a file beyond the limit is read to its end and told, and the others are kept", async () => {
  const large = new File([new Uint8Array(megabyte + 1)], "lon.pdf", { type: "application/pdf" });
  const whole = new File([new Uint8Array(megabyte)], "vua.pdf", { type: "application/pdf" });
  const form = await receiveForm(formOf([large, whole], { contribution: "a" }));
  expect(form.files.map(({ name, bytes }) => [name, bytes.length])).toEqual([["vua.pdf", megabyte]]);
  expect(form.refused).toEqual([{ field: "files", name: "lon.pdf", problem: "tooBig" }]);
  expect(form.fields.get("contribution")).toBe("a");
  form.release();
});

test("of six files five come and it is said", async () => {
  const files = Array.from({ length: 6 }, (_, index) => new File(["a"], `${index}.txt`));
  const form = await receiveForm(formOf(files));
  expect(form.files).toHaveLength(5);
  expect(form.refused.map(({ problem }) => problem)).toEqual(["tooMany"]);
  form.release();
});

test("who comes while this process holds too much is told that it is busy, and not for ever", async () => {
  const full = () =>
    receiveForm(
      formOf(Array.from({ length: 5 }, (_, index) => new File([new Uint8Array(megabyte)], `${index}.pdf`))),
    );
  const first = await full();
  await expect(full()).rejects.toMatchObject({ code: "busy" });
  first.release();
  first.release();
  const second = await full();
  second.release();
});

const part =
  'Content-Disposition: form-data; name="files"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';

test.each([
  ["no form at all", raw("x", "text/plain")],
  ["typed fields only", raw("taskId=1", "application/x-www-form-urlencoded")],
  ["no boundary", raw("x", "multipart/form-data")],
  ["no end", raw(`--b\r\n${part}half`)],
  ["nothing", raw("")],
  [
    "a field of a megabyte",
    raw(`--b\r\nContent-Disposition: form-data; name="c"\r\n\r\n${"x".repeat(megabyte)}\r\n--b--\r\n`),
  ],
  ["more than every file at its largest", raw(`--b\r\n${part}${"x".repeat(12 * megabyte)}`)],
])("%s is no form", async (_, request) => {
  await expect(receiveForm(request)).rejects.toBeInstanceOf(BadForm);
});
