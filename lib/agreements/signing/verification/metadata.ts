import { isStream, type PdfValue } from "../pdf-reader/pdf-values";
import { unpackStream } from "../pdf-reader/unpack-stream";

const MAY_CHANGE =
  /<((?:xmp|xap|xmpMM|pdf):(?:ModifyDate|MetadataDate|CreatorTool|Producer|InstanceID))\b[^>]*>[^<]*<\/\1>/g;

/**
 * True when two XMP packets differ only in what every save renews. Titles and authors in them are shown by
 * readers like text, so they count.
 */
export function hasSameMetadata(before: PdfValue, after: PdfValue): boolean {
  if (!isStream(before) || !isStream(after)) return before === after;
  return essence(unpackStream(before)) === essence(unpackStream(after));
}

function essence(packet: Buffer): string {
  return packet.toString("utf8").replace(MAY_CHANGE, "").replace(/\s+/g, " ").trim();
}
