import { externalCertificateUpload } from "@/lib/agreements/uploads";

export const POST = externalCertificateUpload;
