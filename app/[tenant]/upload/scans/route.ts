import { scansUpload } from "@/lib/petitions/uploads";

export const POST = scansUpload;
