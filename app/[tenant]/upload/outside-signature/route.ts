import { externalSignatureUpload } from "@/lib/agreements/uploads";

export const POST = externalSignatureUpload;
