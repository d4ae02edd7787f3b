import { certificateUpload } from "@/lib/agreements/uploads";

export const POST = certificateUpload;
