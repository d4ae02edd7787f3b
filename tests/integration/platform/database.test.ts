import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

test("every test file has a database of its own in UTF-8 with Vietnamese order of letters", async () => {
  const { rows } = await database
    .pool("app")
    .query(
      "SELECT current_database() AS name, current_user AS role, current_setting('server_encoding') AS encoding, datlocale AS locale FROM pg_database WHERE datname = current_database()".replace(
        "datlocale",
        database.major >= 17 ? "datlocale" : "daticulocale",
      ),
    );
  expect(rows).toEqual([{ name: database.name, role: "portal_app", encoding: "UTF8", locale: "vi" }]);
});
