// Reads one PDF after another in a thread of its own, so that a file made to be slow or endless stops nothing else.
// Plain JavaScript: a thread is started from a file, and the built portal has no other way to one.
import { parentPort } from "node:worker_threads";
import { constants, inflateSync } from "node:zlib";
import { getDocumentProxy } from "unpdf";

const most = { stream: 96 * 1024 * 1024, all: 400 * 1024 * 1024 };
const dangerous = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|ImportData)(?![A-Za-z])/;

/** Names may be written with #xx for any letter (ISO 32000-2, 7.3.5). */
function plainNames(text) {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Unpacks every stream that unpacks, within limits; answers the texts in which names of objects stand. */
function namesOf(bytes) {
  const texts = [];
  let last = 0;
  let all = 0;
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.toString("latin1", Math.max(0, at - 3), at) === "end") continue;
    const before = bytes.toString("latin1", Math.max(last, at - 4_096), at);
    texts.push(before);
    const dictionary = plainNames(before.slice(before.lastIndexOf(" obj") + 1));
    // One packing inside another is how a small file becomes endless.
    if ((dictionary.match(/\/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g) ?? []).length > 1)
      return null;
    const end = bytes.indexOf("endstream", at);
    const from =
      at + 6 + (bytes[at + 6] === 13 ? 1 : 0) + (bytes[at + 6] === 10 || bytes[at + 7] === 10 ? 1 : 0);
    last = end < 0 ? bytes.length : end;
    if (!/\/(FlateDecode|Fl)\b/.test(dictionary)) {
      at = Math.max(at, last - 6);
      continue;
    }
    try {
      const content = inflateSync(bytes.subarray(from, last), {
        maxOutputLength: most.stream,
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      all += content.length;
      if (all > most.all) return null;
      if (/\/ObjStm\b/.test(dictionary)) texts.push(content.toString("latin1"));
    } catch (error) {
      if (error.code === "ERR_BUFFER_TOO_LARGE") return null;
    }
    at = Math.max(at, last - 6);
  }
  texts.push(bytes.toString("latin1", last));
  return texts.map(plainNames);
}

/** Pieces of a row that stand further apart than words do, from the left to the right. */
function piecesOf(row) {
  const pieces = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of row.items.sort((one, other) => one.x - other.x)) {
    const gap = item.x - end;
    if (pieces.length === 0 || gap > item.size * 1.6) pieces.push(item.text);
    else pieces[pieces.length - 1] += (gap > item.size * 0.12 ? " " : "") + item.text;
    end = Math.max(end, item.x + item.width);
  }
  return pieces;
}

/** Lines of the upper half of page one, as they are seen. */
async function headOf(page) {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const rows = [];
  let read = 0;
  for (const item of items) {
    if (typeof item.str !== "string" || item.str.trim() === "") continue;
    read += 1;
    const [x, y] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]);
    if (y > viewport.height * 0.5) continue;
    const size = Math.max(1, Math.hypot(item.transform[2], item.transform[3]));
    const row = rows.find((each) => Math.abs(each.y - y) < size * 0.4);
    const piece = { x, size, width: item.width, text: item.str };
    if (row) row.items.push(piece);
    else rows.push({ y, items: [piece] });
    if (read > 5_000) break;
  }
  rows.sort((one, other) => one.y - other.y);
  const lines = rows.flatMap((row) => {
    const whole = row.items.map((item) => item.text);
    const pieces = piecesOf(row);
    const spaced = pieces.every((piece) => [...piece.trim()].length <= 1) ? [{ text: whole.join(" ") }] : [];
    return [...pieces.map((text) => ({ text, cells: pieces.length })), ...spaced];
  });
  return { lines, read: read > 0 };
}

async function propertiesOf(document) {
  const { info, metadata } = await document.getMetadata();
  const custom = info?.Custom ?? {};
  const own = ["Title", "Subject", "Keywords"].map((name) => info?.[name]);
  const xmp = metadata ? [...metadata].map(([, value]) => value).flat() : [];
  return {
    encrypted: Boolean(info?.EncryptFilterName),
    values: [...own, ...Object.values(custom), ...xmp].filter((value) => typeof value === "string"),
  };
}

async function read(bytes) {
  const names = namesOf(bytes);
  if (names === null) return { problem: "bomb" };
  let document;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      stopAtErrors: false,
      isEvalSupported: false,
    });
  } catch (error) {
    return { problem: error?.name === "PasswordException" ? "encrypted" : "broken" };
  }
  try {
    const { encrypted, values } = await propertiesOf(document);
    if (encrypted) return { problem: "encrypted" };
    if (names.some((text) => dangerous.test(text))) return { problem: "activeContent" };
    if ((await document.getJSActions()) !== null || (await document.getAttachments()) !== null) {
      return { problem: "activeContent" };
    }
    const head = await headOf(await document.getPage(1));
    return { ...head, values };
  } catch {
    return { problem: "broken" };
  } finally {
    await document.loadingTask.destroy().catch(() => undefined);
  }
}

parentPort?.on("message", (bytes) => {
  // The thread that asked is the only one there is: nothing has an origin here.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const answer = (found) => parentPort?.postMessage(found);
  read(Buffer.from(bytes)).then(answer, () => answer({ problem: "broken" }));
});
