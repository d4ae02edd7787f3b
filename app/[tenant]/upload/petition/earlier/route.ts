import { earlierUpload } from "@/lib/petitions/uploads";

export const POST = earlierUpload;
