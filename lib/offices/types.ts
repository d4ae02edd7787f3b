import type { Role } from "@/lib/platform/policy/rule-table";

/** Who holds a post today; no name while it is vacant. */
export type Holder = { title: string; name: string | null };

export type OfficePost = Holder & { id: string; role: Role };

export type ServedBody = { id: string; name: string; leaders: readonly (Holder & { id: string })[] };

export type OfficeListItem = {
  id: string;
  code: string;
  name: string;
  symbol: string;
  tint: number;
  mine: boolean;
  bodies: readonly ServedBody[];
  posts: readonly OfficePost[];
};

export type OfficeListView = { offices: readonly OfficeListItem[] };
