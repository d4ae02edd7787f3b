import { randomUUID } from "node:crypto";
import pg from "pg";

/** Letters of the whole country in the large database: one province in full size, the others with the rest. */
const country = { letters: 326_400, tenants: 34, largest: 60_000 };

const families =
  "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Hà Đinh Cao Lưu".split(" ");
const middles = "Văn Thị Đức Minh Hữu Quang Thanh Xuân Ngọc Kim Thu Hồng Công Đình Bá Như".split(" ");
const givens =
  "Lụa Hòa Lộc Thắng Sen Tuấn Nga Dũng Thu Khánh Hảo Hưng Liên Sỹ Mận Vui Thơm Bình An Cường Đạt Giang Hạnh Khoa Lan Mai Nam Oanh Phúc Quyên Sơn Tâm Uyên Vinh Yến".split(
    " ",
  );
const matters = [
  "bồi thường khi thu hồi đất làm đường",
  "cấp giấy chứng nhận quyền sử dụng đất",
  "ô nhiễm môi trường từ trại lợn",
  "hỗ trợ di dời chuồng trại",
  "chế độ người có công với cách mạng",
  "sửa đường liên xã hư hỏng sau mưa lũ",
  "tranh chấp ranh giới thửa đất thừa kế",
  "xây dựng trái phép trên đất công ích",
  "chậm bàn giao mặt bằng khu tái định cư",
  "thu chi quỹ đóng góp của khu dân cư",
  "tuyển dụng viên chức ngành giáo dục",
  "khai thác cát sỏi gây sạt lở bờ sông",
];
const places =
  "Hy Cương|Tam Nông|Hùng Sơn|Yên Lập|Cẩm Khê|Thanh Ba|Đoan Hùng|Tân Sơn|Phù Ninh|Thu Cúc|Hạ Hòa|Văn Lang".split(
    "|",
  );

// Figures that follow from the number of the letter, so that both sizes hold the same first letters.
const draw = (salt: string, most: number) =>
  `(1 + ('x' || substr(md5(n || '${salt}'), 1, 7))::bit(28)::integer % ${most})`;

/**
 * Fills one tenant's register by a superuser's connection with triggers off. One letter in twenty is a denunciation, four in
 * five stand with one office, the rest with two. Grams are made by the portal's own function.
 */
async function fillTenant(
  client: pg.Client,
  tenantId: string,
  place: { offices: readonly string[]; body: string; account: string; key: string },
  count: number,
): Promise<void> {
  const values = [
    tenantId,
    place.offices,
    place.body,
    place.account,
    families,
    middles,
    givens,
    matters,
    places,
    count,
  ];
  await client.query(
    `create temporary table made on commit drop as
      select n, md5($1::text || 'petition' || n)::uuid as id, current_date - (n * 730 / $10::integer) as received_on,
        ${draw("o", 3)} as lead, case when n % 5 = 0 then 2 else 1 end as readers, n % 20 = 0 as sealed,
        (array['complaint', 'proposal', 'feedback'])[${draw("c", 3)}] as class, (array['post', 'desk', 'hand', 'forwarded'])[${draw("h", 4)}] as channel,
        ($5::text[])[${draw("f", families.length)}] || ' ' || ($6::text[])[${draw("m", middles.length)}] || ' ' || ($7::text[])[${draw("g", givens.length)}] as who,
        'Về việc ' || ($8::text[])[${draw("s", matters.length)}] || ' tại xã ' || ($9::text[])[${draw("p", places.length)}] || ', thửa ' || ${draw("t", 2000)} as subject
      from generate_series(1, $10::integer) n where $2::uuid[] is not null and $3::uuid is not null and $4::uuid is not null`,
    values,
  );
  await client.query(
    `insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, filing_account_id,
        lead_office_id, channel, received_on, class, denounces, identity, subject, content, state, created_at, changed_at)
      select $1::uuid, id, 'B-' || n, 'letter', $3::uuid, ($2::uuid[])[lead], ($2::uuid[])[lead], $4::uuid, ($2::uuid[])[lead], channel, received_on,
        case when sealed then 'denunciation' else class end, case when sealed then 'yes' else 'no' end,
        case when sealed then 'sealed' else 'plain' end, subject, case when sealed then null else subject end, 'classified',
        received_on, received_on from made`,
    [tenantId, place.offices, place.body, place.account],
  );
  await client.query(
    `insert into petition_people (tenant_id, id, petition_id, identity, full_name, address, phone, phone_hash, sealed)
      select $1::uuid, md5(($1::uuid)::text || 'person' || n)::uuid, id, case when sealed then 'sealed' else 'plain' end,
        case when sealed then null else who end, case when sealed then null else 'Khu ' || n % 12 end,
        case when sealed then null else '09' || n end, case when sealed then null else md5('phone' || n) end,
        case when sealed then ''::bytea end from made`,
    [tenantId],
  );
  await client.query(
    "insert into petition_keys (tenant_id, petition_id, tenant_key_id, wrapped, created_at) select $1::uuid, id, $2::uuid, ''::bytea, now() from made",
    [tenantId, place.key],
  );
  const read = "made cross join lateral generate_series(0, readers - 1) reader";
  const office = "($2::uuid[])[1 + (lead - 1 + reader) % 3]";
  await client.query(
    `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
      select $1::uuid, ${office}, 'petition', id, received_on, case reader when 0 then 'lead' else 'informed' end, true from ${read}`,
    [tenantId, place.offices],
  );
  await client.query(
    `insert into petition_entries (tenant_id, office_id, petition_id, received_on, kind, body_id, receiving_office_id, channel, class, state)
      select $1::uuid, ${office}, id, received_on, 'letter', $3::uuid, ($2::uuid[])[lead], channel, case when sealed then 'denunciation' else class end,
        'classified' from ${read}`,
    [tenantId, place.offices, place.body],
  );
  await client.query(
    `insert into petition_grams (tenant_id, office_id, gram, received_on, petition_id)
      select $1::uuid, ${office}, gram, received_on, id
      from (select made.*, gram from made cross join lateral (
        select '#b' || n as gram union select grams_of(subject)
        union select grams_of(who) where not sealed union select '=' || fold_vietnamese(who) where not sealed) grams) made
      cross join lateral generate_series(0, readers - 1) reader`,
    [tenantId, place.offices],
  );
}

/** The register of one province, and beside the largest one those of the rest of the country. */
export async function fillPetitions(superuserUrl: string, tenantId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ offices: string[]; body: string; account: string; key: string }>(
      `select (select array_agg(id order by ordinal) from offices where tenant_id = $1) as offices,
        (select id from bodies where tenant_id = $1 order by rank limit 1) as body,
        (select account_id from people where tenant_id = $1 and account_id is not null limit 1) as account,
        (select id from tenant_keys where tenant_id = $1 and purpose = 'letters') as key`,
      [tenantId],
    );
    const [own] = rows;
    if (!own) throw new Error("the province is not seeded");
    const rest = count === country.largest ? country.letters - country.largest : 0;
    const others = rest > 0 ? country.tenants - 1 : 0;
    for (let other = -1; other < others; other += 1) {
      await client.query("begin");
      await client.query("set local session_replication_role = replica");
      if (other < 0) await fillTenant(client, tenantId, own, count);
      else {
        // Nobody asks these anything: they are there so that the tables are as full as the country's.
        const size = Math.floor(rest / others) + (other < rest % others ? 1 : 0);
        const offices = [randomUUID(), randomUUID(), randomUUID()];
        await fillTenant(client, randomUUID(), { ...own, offices }, size);
      }
      await client.query("commit");
    }
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
