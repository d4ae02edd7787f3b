import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postOf } from "@/prisma/seed/caller";
import type { SeededPost } from "@/prisma/seed/create-tenant";
import { type AccountAct, accountActs, actIds, formOf, scriptedFormOf } from "./support/acts";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";

// What a person does to the own account reaches no other account and no other session, whatever the form names.

const ids = actIds("accounts");
const wanted = "một mật khẩu mới dài hơn";
let scene: Scene;
/** A chief of the province, whose account and sessions the others try to reach, and where they try it. */
let victim: SeededPost;
let attacker: SeededPost;

beforeAll(async () => {
  scene = await openScene();
  victim = postOf(scene.strangers.phuTho, "VP UBND", "chief");
  attacker = postOf(scene.database.haGiang, "VPTU", "chief");
});

afterAll(() => scene.close());

async function stateOf(post: SeededPost): Promise<object> {
  const { rows } = await scene.database.pool("owner").query(
    `select a.password_hash, (select jsonb_agg(jsonb_build_array(s.id, s.acting_post_id, s.revoked_at) order by s.id)
        from sessions s where s.account_id = a.id) as sessions
      from accounts a where a.id = $1`,
    [post.accountId],
  );
  return rows[0] ?? {};
}

function send(
  act: AccountAct,
  slug: string,
  fields: Record<string, string>,
  person?: Person,
  page = "posts",
) {
  const path = `/${slug}/account/${page}`;
  return scene.portal.post(path, formOf(ids.get(act) ?? "", slug, fields), person);
}

function sendByScript(act: AccountAct, slug: string, fields: Record<string, string>, person?: Person) {
  return scene.portal.post(`/${slug}/account/posts`, scriptedFormOf(slug, fields), person, {
    "next-action": ids.get(act) ?? "",
    accept: "text/x-component",
  });
}

function forms(): [AccountAct, Record<string, string>][] {
  const presentPassword = scene.database.password;
  return [
    ["choosePostAction", { postId: victim.postId, accountId: victim.accountId }],
    [
      "changePasswordAction",
      { presentPassword, newPassword: wanted, repeatPassword: wanted, accountId: victim.accountId },
    ],
  ];
}

test("every act on an account has its case here", () => {
  expect([...ids.keys()].sort()).toEqual([...accountActs].sort());
});

describe.each(["choosePostAction", "changePasswordAction"] as const)("%s", (act) => {
  const fields = () => forms().find(([name]) => name === act)?.[1] ?? {};

  test("nobody changes nothing: a form is led to the door, a script is 401", async () => {
    await scene.portal.signedIn(victim);
    const before = await stateOf(victim);
    for (const slug of [scene.real.slug, "khong-c"]) {
      const form = await send(act, slug, fields());
      expect(form.status).toBe(303);
      expect(form.headers.get("location")).toMatch(/^\/sign-in\?next=/);
      expect((await sendByScript(act, slug, fields())).status).toBe(401);
    }
    expect(await stateOf(victim)).toEqual(before);
  });

  test("in another tenant there is nothing to change it in, and nothing of another account is reached", async () => {
    const before = [await stateOf(victim), await stateOf(attacker)];
    const person = await scene.portal.signedIn(attacker);
    const own = await stateOf(attacker);
    expect((await send(act, scene.real.slug, fields(), person)).status).toBe(404);
    expect((await send(act, "khong-c", fields(), person)).status).toBe(404);
    // From a page of their own, with the other tenant in the form.
    const form = formOf(ids.get(act) ?? "", scene.real.slug, fields());
    const mixed = await scene.portal.post("/ha-giang/account/posts", form, person);
    expect(mixed.status).toBe(200);
    expect(await stateOf(victim)).toEqual(before[0]);
    expect(await stateOf(attacker)).toEqual(own);
  });
});

test("a post of another person cannot be chosen, nor one that never was", async () => {
  const person = await scene.portal.signedIn(attacker);
  const before = await stateOf(attacker);
  const colleague = postOf(scene.database.haGiang, "VPTU", "specialist");
  for (const postId of [victim.postId, colleague.postId, scene.never.task]) {
    const response = await send("choosePostAction", "ha-giang", { postId }, person);
    expect(response.status).toBe(200);
  }
  expect(await stateOf(attacker)).toEqual(before);
});

test("the own password changes with the own present one only, and for the own account only", async () => {
  const person = await scene.portal.signedIn(attacker);
  const before = [await stateOf(attacker), await stateOf(victim)];
  const change = (presentPassword: string) =>
    send(
      "changePasswordAction",
      "ha-giang",
      { presentPassword, newPassword: wanted, repeatPassword: wanted, accountId: victim.accountId },
      person,
      "password",
    );
  expect((await change("không phải mật khẩu")).status).toBe(200);
  expect(await stateOf(attacker)).toEqual(before[0]);
  const changed = await change(scene.database.password);
  expect(changed.headers.get("location")).toBe("/ha-giang/account/password/changed");
  expect(await stateOf(attacker)).not.toEqual(before[0]);
  expect(await stateOf(victim)).toEqual(before[1]);
});

describe.each(["signOutAction", "signOutEverywhereAction"] as const)("%s", (act) => {
  test("nobody ends nobody's session", async () => {
    await scene.portal.signedIn(victim);
    const before = await stateOf(victim);
    const response = await send(act, scene.real.slug, { accountId: victim.accountId });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(/\/sign-in$/);
    expect(await stateOf(victim)).toEqual(before);
  });

  test("ends the own session, on the server, and no other account's", async () => {
    await scene.portal.signedIn(victim);
    const before = await stateOf(victim);
    const person = await scene.portal.signedIn(attacker);
    const page = "/ha-giang/account/password";
    expect((await scene.portal.get(page, person)).status).toBe(200);
    await send(act, "ha-giang", { accountId: victim.accountId }, person, "password");
    expect((await scene.portal.get(page, person)).status).toBe(307);
    expect(await stateOf(victim)).toEqual(before);
  });
});
