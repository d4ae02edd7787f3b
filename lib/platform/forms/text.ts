/** Text at the door: NFC, `\n` line ends, no trailing blanks. NFD and NFC of one Vietnamese word differ in bytes and hash. */
export function normaliseText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();
}
