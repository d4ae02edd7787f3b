import { partUpload } from "@/lib/petitions/uploads";

export const POST = partUpload;
