import { newId } from "@/lib/platform/ids";
import { addItem } from "@/lib/work-programmes/commands/add-item";
import { carryDown } from "@/lib/work-programmes/commands/carry-down";
import { discardProgramme } from "@/lib/work-programmes/commands/discard-programme";
import { editItem } from "@/lib/work-programmes/commands/edit-item";
import { issueProgramme } from "@/lib/work-programmes/commands/issue-programme";
import { removeItem } from "@/lib/work-programmes/commands/remove-item";
import { stopItem } from "@/lib/work-programmes/commands/stop-item";
import type { Input } from "@/tests/support/builders/meeting-stages";
import { decision } from "@/tests/support/builders/programme-stages";
import type { Province } from "@/tests/support/builders/province";
import type { Tries } from "./actors";
import { type Compared, compare, nothingCounted } from "./compared";
import { type CodeVerdict, judgeByCode } from "./judge-by-code";
import { judgeByDatabase, type Statement } from "./judge-by-database";

/** The acts on a programme; those with a decision are of an issued one. */
export const rawProgrammeActs = [
  "carryDown",
  "addItem",
  "editItem",
  "removeItem",
  "issue",
  "discard",
  "addByDecision",
  "changeByDecision",
  "stopByDecision",
] as const;
export type RawProgrammeAct = (typeof rawProgrammeActs)[number];

export type ProgrammeItem = { name: string; programmeId: string; itemId: string; year: number };
export type ProgrammeCell = { who: Tries; item: ProgrammeItem; act: RawProgrammeAct };

function codeSays({ who, item, act }: ProgrammeCell): Promise<CodeVerdict> {
  const { programmeId, itemId, year } = item;
  const content: Input = {
    title: "Nội dung khác của chương trình",
    due: `01/02/${year}`,
    dutyId: "",
    despite: "yes",
  };
  switch (act) {
    case "carryDown":
      return judgeByCode(carryDown, who, { programmeId });
    case "addItem":
      return judgeByCode(addItem, who, { programmeId, ...content });
    case "editItem":
      return judgeByCode(editItem, who, { itemId, revision: 1, ...content });
    case "removeItem":
      return judgeByCode(removeItem, who, { itemId, revision: 1 });
    case "issue":
      return judgeByCode(issueProgramme, who, { programmeId, revision: 1 });
    case "discard":
      return judgeByCode(discardProgramme, who, { programmeId, revision: 1 });
    case "addByDecision":
      return judgeByCode(addItem, who, { programmeId, ...content, ...decision });
    case "changeByDecision":
      return judgeByCode(editItem, who, { itemId, revision: 1, ...content, ...decision });
    case "stopByDecision":
      return judgeByCode(stopItem, who, { itemId, revision: 1, ...decision });
  }
}

function decided(act: "add" | "change" | "stop", itemId: string, who: Tries): Statement {
  return [
    `insert into programme_changes (tenant_id, id, programme_id, item_id, item_revision, act, decision_number, decided_on, decided_by,
        office_id, account_id)
      select tenant_id, gen_random_uuid(), programme_id, id, case when $2 = 'add' then 0 else revision end, $2, '31-TB/TU',
        portal_today(), 'Bí thư Tỉnh ủy', $3, $4
      from programme_items where id = $1`,
    [itemId, act, who.post.officeId, who.accountId],
  ];
}

const edited = (itemId: string): Statement => [
  `update programme_items set title = 'Nội dung khác của chương trình', version_id = null, duty_id = null, body_id = null,
      host_post_id = null, subject_key = null, lead_office_id = (select office_id from work_programmes p
        where p.tenant_id = programme_items.tenant_id and p.id = programme_id), revision = revision + 1
    where id = $1`,
  [itemId],
];

/** The act as bare SQL, as the command would write it. */
export function rawProgrammeAct({ who, item, act }: ProgrammeCell): Statement[] {
  const { programmeId, itemId, year } = item;
  const made = newId();
  const inserted: Statement = [
    `insert into programme_items (tenant_id, id, programme_id, ordinal, title, lead_office_id, starts_on, ends_on, precision, state,
        created_at)
      select tenant_id, $2, id, 99, 'Nội dung khác của chương trình', office_id, $3, $3, 'days', 'active', now()
      from work_programmes where id = $1`,
    [programmeId, made, `${year}-02-01`],
  ];
  switch (act) {
    case "carryDown":
      return [
        [
          `insert into programme_items (tenant_id, id, programme_id, parent_item_id, ordinal, title, version_id, duty_id, body_id,
              host_post_id, subject_key, lead_office_id, starts_on, ends_on, precision, state, created_at)
            select i.tenant_id, gen_random_uuid(), p.id, i.id, 99, i.title, i.version_id, i.duty_id, i.body_id, i.host_post_id,
              i.subject_key, i.lead_office_id, i.starts_on, i.ends_on, i.precision, 'active', now()
            from work_programmes p join programme_items i on i.tenant_id = p.tenant_id and i.programme_id = p.parent_id
            where p.id = $1 and not exists (select 1 from programme_items c
              where c.tenant_id = i.tenant_id and c.programme_id = p.id and c.parent_item_id = i.id)`,
          [programmeId],
        ],
      ];
    case "addItem":
      return [inserted];
    case "editItem":
      return [edited(itemId)];
    case "removeItem":
      return [["delete from programme_items where id = $1", [itemId]]];
    case "issue":
      return [
        [
          `update work_programmes set state = 'issued', issued_at = now(), issued_by = $2, revision = revision + 1 where id = $1`,
          [programmeId, who.accountId],
        ],
      ];
    case "discard":
      return [
        ["delete from programme_items where programme_id = $1", [programmeId]],
        ["delete from work_programmes where id = $1", [programmeId]],
      ];
    case "addByDecision":
      return [inserted, decided("add", made, who)];
    case "changeByDecision":
      return [decided("change", itemId, who), edited(itemId)];
    case "stopByDecision":
      return [
        decided("stop", itemId, who),
        ["update programme_items set state = 'stopped', revision = revision + 1 where id = $1", [itemId]],
      ];
  }
}

/** Puts every cell to the command and, as bare SQL, to the database. */
export async function compareProgrammeCells(
  province: Province,
  cells: readonly ProgrammeCell[],
): Promise<Compared> {
  const compared = nothingCounted();
  for (const cell of cells) {
    const { who, item, act } = cell;
    const code = await codeSays(cell);
    const database = await judgeByDatabase(province.pool("app"), who, rawProgrammeAct(cell));
    compare(compared, { act, item: item.name, who, code, database });
  }
  return compared;
}
