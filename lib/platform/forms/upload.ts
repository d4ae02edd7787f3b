/** Kinds of files the portal takes, by their ending. */
export const fileKinds = ["pdf", "docx", "xlsx", "png", "jpg", "jpeg", "txt", "csv"] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a look at a file found out about it. */
export type UploadFacts = {
  id: string;
  name: string;
  type: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  /** Whether text was found in which a secret mark could be sought; false for a picture. */
  textRead: boolean;
};

/**
 * A file that came with a form: examined, held in memory, kept nowhere yet. Only the server makes one, so a schema that asks
 * for `z.instanceof(Upload)` cannot be answered by a field that was typed. It is a File because forms carry nothing else.
 */
export class Upload extends File {
  readonly id: string;
  readonly content: Uint8Array;
  readonly sha256: string;
  readonly textRead: boolean;

  constructor(facts: UploadFacts) {
    super([], facts.name, { type: facts.type });
    this.id = facts.id;
    this.content = facts.bytes;
    this.sha256 = facts.sha256;
    this.textRead = facts.textRead;
  }
}
