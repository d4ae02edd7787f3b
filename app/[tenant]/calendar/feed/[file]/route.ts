import { getTranslations } from "next-intl/server";
import { tokenOfFile } from "@/lib/meetings/feed/feed-token";
import { type Feed, readFeed } from "@/lib/meetings/feed/read-feed";
import { writeFeed } from "@/lib/meetings/feed/write-feed";

type Context = { params: Promise<{ tenant: string; file: string }> };

// Kept by nobody in between; proxy.ts adds that the address is told to nobody.
const guarded = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** A calendar's name and words are Vietnamese, whatever language the asking program speaks. */
async function wordsOf(tenant: string, { scope, name }: Feed) {
  const t = await getTranslations({ locale: "vi", namespace: "calendar.feeds" });
  return { tenant, name: t(`names.${scope}`, { name }), busy: t("busy") };
}

/** A calendar outside the portal reads along, without a session: the address is the secret. What is no address is one 404. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, file } = await params;
  const token = tokenOfFile(file);
  const feed = token === null ? null : await readFeed(tenant, token);
  if (!feed) return new Response(null, { status: 404, headers: guarded });
  return new Response(writeFeed(feed, await wordsOf(tenant, feed), new Date()), {
    headers: { ...guarded, "Content-Type": "text/calendar; charset=utf-8" },
  });
}
