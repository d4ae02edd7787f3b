import type { Ids } from "./items";

export type PageCase = {
  path: (ids: Ids) => string;
  /** Whether every office of the province sees it, or only those with a part in the item its address names. */
  seenBy: "province" | "part";
  /** Where the chief of the office does not see it: who does. */
  by?: "inspector";
};

const agreement = (ids: Ids, id: string, rest = "") => `/${ids.slug}/agreements/${id}${rest}`;

const meeting = (ids: Ids, rest = "") => `/${ids.slug}/calendar/meetings/${ids.meeting}${rest}`;

const programme = (ids: Ids, rest = "") => `/${ids.slug}/programmes/${ids.programme}${rest}`;

/** One address for every page of a tenant, by its folder under app: a page without a case here fails the test. */
export const pageCases: Readonly<Record<string, PageCase>> = {
  "[tenant]": { path: (ids) => `/${ids.slug}`, seenBy: "province" },
  "[tenant]/account/certificates": { path: (ids) => `/${ids.slug}/account/certificates`, seenBy: "province" },
  "[tenant]/account/certificates/office": {
    path: (ids) => `/${ids.slug}/account/certificates/office`,
    seenBy: "province",
  },
  "[tenant]/account/password": { path: (ids) => `/${ids.slug}/account/password`, seenBy: "province" },
  "[tenant]/account/password/changed": {
    path: (ids) => `/${ids.slug}/account/password/changed`,
    seenBy: "province",
  },
  "[tenant]/account/posts": { path: (ids) => `/${ids.slug}/account/posts`, seenBy: "province" },
  "[tenant]/agreements": { path: (ids) => `/${ids.slug}/agreements`, seenBy: "province" },
  "[tenant]/agreements/delegations": {
    path: (ids) => `/${ids.slug}/agreements/delegations`,
    seenBy: "province",
  },
  "[tenant]/agreements/delegations/[delegationId]/revoke": {
    path: (ids) => `/${ids.slug}/agreements/delegations/${ids.delegation}/revoke`,
    seenBy: "part",
  },
  "[tenant]/agreements/register": { path: (ids) => `/${ids.slug}/agreements/register`, seenBy: "province" },
  "[tenant]/agreements/new": { path: (ids) => `/${ids.slug}/agreements/new`, seenBy: "province" },
  "[tenant]/agreements/[agreementId]": { path: (ids) => agreement(ids, ids.draft), seenBy: "part" },
  "[tenant]/agreements/[agreementId]/articles/[articleKey]": {
    path: (ids) => agreement(ids, ids.draft, `/articles/${ids.article}`),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/compare": {
    path: (ids) => agreement(ids, ids.draft, "/compare"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/consolidated": {
    path: (ids) => agreement(ids, ids.draft, "/consolidated"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/decline": {
    path: (ids) => agreement(ids, ids.waiting, "/decline"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/end": {
    path: (ids) => agreement(ids, ids.draft, "/end"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/outside": {
    path: (ids) => agreement(ids, ids.draft, "/outside"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/renew": {
    path: (ids) => agreement(ids, ids.declined, "/renew"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/obedience": {
    path: (ids) => agreement(ids, ids.draft, "/obedience"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/handover": {
    path: (ids) => agreement(ids, ids.draft, "/handover"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/issue": {
    path: (ids) => agreement(ids, ids.waiting, "/issue"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/log": {
    path: (ids) => agreement(ids, ids.draft, "/log"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/matrix": {
    path: (ids) => agreement(ids, ids.draft, "/matrix"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/working-rules": {
    path: (ids) => agreement(ids, ids.draft, "/working-rules"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/open-round": {
    path: (ids) => agreement(ids, ids.agreed, "/open-round"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/points": {
    path: (ids) => agreement(ids, ids.agreed, "/points"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/receipts/[signatureId]": {
    path: (ids) => agreement(ids, ids.waiting, `/receipts/${ids.signature}`),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/revise": {
    path: (ids) => agreement(ids, ids.declined, "/revise"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/sign": {
    path: (ids) => agreement(ids, ids.waiting, "/sign"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/sign/other": {
    path: (ids) => agreement(ids, ids.waiting, "/sign/other"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/form": {
    path: (ids) => agreement(ids, ids.draft, "/form"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/term": {
    path: (ids) => agreement(ids, ids.draft, "/term"),
    seenBy: "part",
  },
  "[tenant]/agreements/[agreementId]/withdraw": {
    path: (ids) => agreement(ids, ids.waiting, "/withdraw"),
    seenBy: "part",
  },
  "[tenant]/calendar": { path: (ids) => `/${ids.slug}/calendar?week=${ids.monday}`, seenBy: "province" },
  "[tenant]/calendar/approve": { path: (ids) => `/${ids.slug}/calendar/approve`, seenBy: "province" },
  "[tenant]/calendar/copy": { path: (ids) => `/${ids.slug}/calendar/copy`, seenBy: "province" },
  "[tenant]/calendar/free": { path: (ids) => `/${ids.slug}/calendar/free`, seenBy: "province" },
  "[tenant]/calendar/invitations": { path: (ids) => `/${ids.slug}/calendar/invitations`, seenBy: "province" },
  "[tenant]/calendar/list": { path: (ids) => `/${ids.slug}/calendar/list`, seenBy: "province" },
  "[tenant]/calendar/meetings/[meetingId]": { path: (ids) => meeting(ids), seenBy: "part" },
  "[tenant]/calendar/meetings/[meetingId]/edit": { path: (ids) => meeting(ids, "/edit"), seenBy: "part" },
  "[tenant]/calendar/meetings/[meetingId]/log": { path: (ids) => meeting(ids, "/log"), seenBy: "part" },
  "[tenant]/calendar/new": { path: (ids) => `/${ids.slug}/calendar/new`, seenBy: "province" },
  "[tenant]/calendar/paste": { path: (ids) => `/${ids.slug}/calendar/paste`, seenBy: "province" },
  "[tenant]/calendar/series": { path: (ids) => `/${ids.slug}/calendar/series`, seenBy: "province" },
  "[tenant]/calendar/publish": {
    path: (ids) => `/${ids.slug}/calendar/publish?week=${ids.monday}`,
    seenBy: "province",
  },
  "[tenant]/programmes": { path: (ids) => `/${ids.slug}/programmes`, seenBy: "province" },
  "[tenant]/programmes/new": { path: (ids) => `/${ids.slug}/programmes/new`, seenBy: "province" },
  "[tenant]/programmes/overlaps": { path: (ids) => `/${ids.slug}/programmes/overlaps`, seenBy: "province" },
  "[tenant]/programmes/[programmeId]": { path: (ids) => programme(ids), seenBy: "part" },
  "[tenant]/programmes/[programmeId]/discard": { path: (ids) => programme(ids, "/discard"), seenBy: "part" },
  "[tenant]/programmes/[programmeId]/issue": { path: (ids) => programme(ids, "/issue"), seenBy: "part" },
  "[tenant]/programmes/[programmeId]/log": { path: (ids) => programme(ids, "/log"), seenBy: "part" },
  "[tenant]/programmes/[programmeId]/items/new": {
    path: (ids) => programme(ids, "/items/new"),
    seenBy: "part",
  },
  "[tenant]/programmes/[programmeId]/items/[itemId]": {
    path: (ids) => programme(ids, `/items/${ids.item}`),
    seenBy: "part",
  },
  "[tenant]/notices": { path: (ids) => `/${ids.slug}/notices`, seenBy: "province" },
  "[tenant]/outbox": { path: (ids) => `/${ids.slug}/outbox`, seenBy: "province" },
  "[tenant]/calendar/settings": { path: (ids) => `/${ids.slug}/calendar/settings`, seenBy: "province" },
  "[tenant]/calendar/settings/kinds": {
    path: (ids) => `/${ids.slug}/calendar/settings/kinds`,
    seenBy: "province",
  },
  "[tenant]/calendar/settings/places": {
    path: (ids) => `/${ids.slug}/calendar/settings/places`,
    seenBy: "province",
  },
  "[tenant]/calendar/settings/quorum": {
    path: (ids) => `/${ids.slug}/calendar/settings/quorum`,
    seenBy: "province",
  },
  "[tenant]/calendar/feeds": { path: (ids) => `/${ids.slug}/calendar/feeds`, seenBy: "province" },
  "[tenant]/offices": { path: (ids) => `/${ids.slug}/offices`, seenBy: "province" },
  "[tenant]/petitions": { path: (ids) => `/${ids.slug}/petitions`, seenBy: "province" },
  "[tenant]/petitions/counts": { path: (ids) => `/${ids.slug}/petitions/counts`, seenBy: "province" },
  "[tenant]/petitions/looks": {
    path: (ids) => `/${ids.slug}/petitions/looks`,
    seenBy: "province",
    by: "inspector",
  },
  "[tenant]/petitions/look-ups": {
    path: (ids) => `/${ids.slug}/petitions/look-ups`,
    seenBy: "province",
    by: "inspector",
  },
  "[tenant]/petitions/handovers": { path: (ids) => `/${ids.slug}/petitions/handovers`, seenBy: "province" },
  "[tenant]/petitions/cases": { path: (ids) => `/${ids.slug}/petitions/cases`, seenBy: "province" },
  "[tenant]/petitions/cases/[caseId]": {
    path: (ids) => `/${ids.slug}/petitions/cases/${ids.case}`,
    seenBy: "part",
  },
  "[tenant]/petitions/print": { path: (ids) => `/${ids.slug}/petitions/print`, seenBy: "province" },
  "[tenant]/petitions/[petitionId]/receipt": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/receipt`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/refusal": {
    path: (ids) => `/${ids.slug}/petitions/${ids.refusedVisit}/refusal`,
    seenBy: "part",
  },
  "[tenant]/petitions/new": { path: (ids) => `/${ids.slug}/petitions/new`, seenBy: "province" },
  "[tenant]/petitions/[petitionId]": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/log": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/log`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/conditions": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/conditions`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/split": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/split`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/amend": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/amend`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/handler": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/handler`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/forward": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/forward`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/conclude": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/conclude`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/unseal": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/unseal`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/papers/new": {
    path: (ids) => `/${ids.slug}/petitions/${ids.paperLetter}/papers/new?kind=guidance`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/slip": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/slip`,
    seenBy: "part",
  },
  "[tenant]/refusals": { path: (ids) => `/${ids.slug}/refusals`, seenBy: "province" },
  "[tenant]/petitions/due": { path: (ids) => `/${ids.slug}/petitions/due`, seenBy: "province" },
  "[tenant]/settings/days": { path: (ids) => `/${ids.slug}/settings/days`, seenBy: "province" },
  "[tenant]/settings/competence": { path: (ids) => `/${ids.slug}/settings/competence`, seenBy: "province" },
  "[tenant]/settings/bodies": { path: (ids) => `/${ids.slug}/settings/bodies`, seenBy: "province" },
  "[tenant]/settings/limits": { path: (ids) => `/${ids.slug}/settings/limits`, seenBy: "province" },
  "[tenant]/settings/limits/[ruleKey]": {
    path: (ids) => `/${ids.slug}/settings/limits/complaint.accept`,
    seenBy: "province",
  },
  "[tenant]/tasks": { path: (ids) => `/${ids.slug}/tasks`, seenBy: "province" },
  "[tenant]/tasks/new": { path: (ids) => `/${ids.slug}/tasks/new`, seenBy: "province" },
  "[tenant]/tasks/[taskId]": { path: (ids) => `/${ids.slug}/tasks/${ids.task}`, seenBy: "part" },
  "[tenant]/tasks/[taskId]/log": { path: (ids) => `/${ids.slug}/tasks/${ids.task}/log`, seenBy: "part" },
};

/** Pages that belong to no tenant. */
export const openPages = ["", "sign-in", "stories/[...story]", "verify"] as const;

/** Pages for citizens and bodies outside: without a session, of every province and of nothing else; `at` where one is led without what it shows. */
export const citizenPages: Readonly<Record<string, { path: string; at?: string }>> = {
  "[tenant]/citizen": { path: "/citizen" },
  "[tenant]/citizen/send": { path: "/citizen/send", at: "/citizen" },
  "[tenant]/citizen/sent": { path: "/citizen/sent", at: "/citizen/look-up" },
  "[tenant]/citizen/look-up": { path: "/citizen/look-up" },
  "[tenant]/citizen/letter": { path: "/citizen/letter", at: "/citizen/look-up" },
  "[tenant]/citizen/letter/add": { path: "/citizen/letter/add", at: "/citizen/look-up" },
  "[tenant]/citizen/letter/contact": { path: "/citizen/letter/contact", at: "/citizen/look-up" },
  "[tenant]/link": { path: "/link" },
  "[tenant]/party": { path: "/party" },
  "[tenant]/citizen/letter/withdraw": { path: "/citizen/letter/withdraw", at: "/citizen/look-up" },
};

/** Addresses that answer files or data, by the folder of their route.ts; `null` for those that are asked elsewhere. */
export const routeCases: Readonly<Record<string, PageCase | null>> = {
  "[tenant]/calendar/files/[monday]/[file]": {
    path: (ids) => `/${ids.slug}/calendar/files/${ids.monday}/lich-tuan-0.pdf`,
    seenBy: "province",
  },
  "[tenant]/programmes/[programmeId]/files/[file]": {
    path: (ids) => programme(ids, "/files/chuong-trinh.docx"),
    seenBy: "part",
  },
  "[tenant]/attachments/[fileId]": { path: (ids) => `/${ids.slug}/attachments/${ids.file}`, seenBy: "part" },
  // A form with files is posted there and nothing is read; upload.test.ts and signing.test.ts send them.
  "[tenant]/upload/contribution": null,
  "[tenant]/upload/petition": null,
  "[tenant]/upload/petition/earlier": null,
  "[tenant]/upload/scans": null,
  "[tenant]/upload/certificate": null,
  "[tenant]/upload/outside-certificate": null,
  "[tenant]/upload/outside-signature": null,
  "[tenant]/upload/own-certificate": null,
  "[tenant]/upload/signed-elsewhere": null,
  "[tenant]/upload/part": null,
  "[tenant]/petitions/[petitionId]/attachments/[fileId]": {
    path: (ids) => `/${ids.slug}/petitions/${ids.petition}/attachments/${ids.scan}`,
    seenBy: "part",
  },
  "[tenant]/petitions/[petitionId]/papers/[paperId]/[file]": {
    path: (ids) => `/${ids.slug}/petitions/${ids.paperLetter}/papers/${ids.paper}/van-ban.pdf`,
    seenBy: "part",
  },
  // Opened by the secret of a letter, without a session; citizen.test.ts asks it.
  "[tenant]/citizen/letter/papers/[paperId]": null,
  // Acts of citizens; citizen.test.ts sends them.
  "[tenant]/upload/citizen/[act]": null,
  // What a body outside opens and answers; link.test.ts does both.
  "[tenant]/link/[secret]": null,
  // What a party outside opens, reads and signs; party.test.ts does all.
  "[tenant]/party/[secret]": null,
  "[tenant]/party/files/document": null,
  "[tenant]/upload/party/[act]": null,
  "[tenant]/upload/link/[act]": null,
  "[tenant]/petitions/export/[file]": {
    path: (ids) => `/${ids.slug}/petitions/export/so-tiep-cong-dan.xlsx`,
    seenBy: "province",
  },
  "[tenant]/petitions/handovers/[handoverId]/[file]": {
    path: (ids) => `/${ids.slug}/petitions/handovers/${ids.handover}/ban-giao.json`,
    seenBy: "part",
  },
  // Posted while a meeting is typed; clash.test.ts asks it.
  "[tenant]/calendar/clash": null,
  // Posted while a letter is typed, and leaves a row of who asked; same-letter.test.ts asks it.
  "[tenant]/petitions/same": null,
  "[tenant]/petitions/earlier": null,
  "[tenant]/agreements/[agreementId]/word/[version]": {
    path: (ids) => agreement(ids, ids.agreed, "/word/1"),
    seenBy: "part",
  },
  "[tenant]/files/[documentId]": { path: (ids) => `/${ids.slug}/files/${ids.document}`, seenBy: "part" },
  // Read without a session; calendar-feed.test.ts asks it.
  "[tenant]/calendar/feed/[file]": null,
  // Has no end; live.test.ts asks it.
  "[tenant]/live": null,
  // Anybody's signed file; verify.test.ts sends it.
  "verify/upload/check": null,
  "api/auth/[...nextauth]": null,
  "api/health": null,
};
