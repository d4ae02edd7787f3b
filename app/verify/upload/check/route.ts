import { checkUpload } from "@/lib/agreements/public-check/check";

/** The form of the page where anybody has a signed file checked. */
export function POST(request: Request): Promise<Response> {
  return checkUpload(request);
}
