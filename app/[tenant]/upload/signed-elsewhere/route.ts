import { signedElsewhereUpload } from "@/lib/agreements/uploads";

export const POST = signedElsewhereUpload;
