import { notFound } from "next/navigation";
import { stories } from "@/app/stories/stories";
import { storyNames } from "@/app/stories/story-names";

export const dynamic = "force-dynamic";

/** Every part of the screens with invented data, to look at and to test. Not there in production unless asked for. */
export default async function StoryPage({ params }: { params: Promise<{ story: string[] }> }) {
  if (process.env.NODE_ENV === "production" && process.env["PORTAL_STORIES"] !== "1") notFound();
  const { story } = await params;
  const address = story.join("/");
  const name = storyNames.find((one) => one === address);
  if (!name) notFound();
  return stories[name]();
}
