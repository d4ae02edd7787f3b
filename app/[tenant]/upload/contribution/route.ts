import { contributionUpload } from "@/lib/tasks/uploads";

export const POST = contributionUpload;
