import { ownCertificateUpload } from "@/lib/agreements/uploads";

export const POST = ownCertificateUpload;
