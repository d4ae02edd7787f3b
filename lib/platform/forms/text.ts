// What no keyboard writes: control characters but tab and line end, and what turns the order of letters.
// No paper can hold the first (XML, iCalendar), and nobody sees the second.
const unseen = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

export function withoutControls(text: string): string {
  return text.replaceAll(unseen, "");
}

/** Text at the door: NFC, `\n` line ends, no trailing blanks, nothing unseen. NFD and NFC of one Vietnamese word differ in bytes and hash. */
export function normaliseText(text: string): string {
  return withoutControls(text.normalize("NFC").replace(/\r\n?/g, "\n"))
    .replace(/[ \t]+$/gm, "")
    .trim();
}
