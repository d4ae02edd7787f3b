import { takeUpload } from "@/lib/petitions/uploads";

export const POST = takeUpload;
