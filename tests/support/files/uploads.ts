import { examineFile } from "@/lib/platform/files/examine/examine";
import { Upload } from "@/lib/platform/forms/upload";

/** A file as the upload route hands it to a command. */
export async function uploadOf(name: string, type: string, bytes: Uint8Array): Promise<Upload> {
  const found = await examineFile({ name, declaredType: type, bytes });
  if (!(found instanceof Upload)) throw new Error(`not taken: ${found}`);
  return found;
}

export function textUpload(name = "danh-muc.txt", text = "Danh mục nghị quyết"): Promise<Upload> {
  return uploadOf(name, "text/plain", Buffer.from(text, "utf8"));
}
