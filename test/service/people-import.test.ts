import { describe, expect, test } from 'vitest'
import { importLines } from '../../src/domain/people-import.ts'
import type { PersonKey } from '../support/organisation.ts'
import { refusalOf } from '../support/refusals.ts'
import { type Caller, onBothDatabases } from '../support/service.ts'

const head = 'staff_id;name;title;email;unit;role;from;to;qualified_on'
const file = (...lines: string[]) => [head, ...lines].join('\r\n')
const outdated = { code: 'CONFLICT', refusal: 'import-outdated' }
const nobodyNew = { added: 0, changed: 0, unchanged: 0, given: 0, ended: 0 }

onBothDatabases((service) => {
  const person = (key: PersonKey) => service.organisation.people[key].id
  const stored = () =>
    service.sql(
      `select p.name, p.title, p.email, p.staff_id, p.qualified, p.qualified_on::text, p.version,
         (select json_agg(json_build_array(m.role, m.valid_from, m.valid_until) order by m.valid_from, m.role)
           from memberships m where m.person_id = p.id) as roles,
         (select count(*)::int from administration_log) as lines
       from people p order by p.name`,
    )
  const preview = (admin: Caller, text: string) => admin.peopleImport.preview({ text })
  const problemsOf = async (admin: Caller, ...lines: string[]) =>
    (await preview(admin, file(...lines))).problems.map(({ line, field, problem }) => [line, field, problem])

  const newPeople = file(
    'A1;Åsa Ny;Socialsekreterare;asa@a.example;Mottagningen barn och unga;socialsekreterare;2026-12-01;;2015-06-01',
    'A1;;;;Familjestödet;team_lead;2026-12-01;2027-05-31;',
    '"B2";"Bo; Bengtsson";Handläggare;bo@a.example;beroendeenheten;Handläggare;;;',
  )

  test('what is previewed is what is done: people, roles and evidence, each a line in the log', async () => {
    const admin = await service.as('administrator')
    const before = await stored()
    const plan = await preview(admin, newPeople)
    expect(await stored()).toEqual(before)
    expect(plan.problems).toEqual([])
    expect(plan.sums).toEqual({ ...nobodyNew, added: 2, given: 3 })
    expect(plan.people).toMatchObject([
      {
        line: 2,
        isNew: true,
        name: 'Åsa Ny',
        given: [{ role: 'social_worker', from: '2026-12-01' }, { role: 'team_lead' }],
      },
      { line: 4, name: 'Bo; Bengtsson', given: [{ unitName: 'Beroendeenheten', from: '2026-11-20', until: null }] },
    ])
    const sums = await admin.peopleImport.carryOut({ text: newPeople, fingerprint: plan.fingerprint ?? '' })
    expect(sums).toEqual(plan.sums)
    const { rows } = await admin.administrationLog.list({})
    expect(rows.map(({ act }) => act).toSorted()).toEqual(
      ['people_imported', 'person_added', 'person_added', 'role_given', 'role_given', 'role_given'].toSorted(),
    )
    const { rows: found } = await admin.people.list({ search: 'A1' })
    const page = await admin.people.get({ personId: found[0]?.id ?? '' })
    expect(page).toMatchObject({ name: 'Åsa Ny', qualified: true, qualifiedOn: '2015-06-01' })
    expect(await preview(admin, newPeople)).toMatchObject({ people: [], sums: { ...nobodyNew, unchanged: 2 } })
  })

  test('who has no staff id yet is known by the address; fields change one by one, and a role gets its end', async () => {
    const admin = await service.as('administrator')
    const text = file('W7;;Ny titel;worker@a.example;Mottagningen barn och unga;social_worker;;2026-12-31;')
    const plan = await preview(admin, text)
    expect(plan.people).toMatchObject([
      {
        isNew: false,
        name: 'Siv Socialsekreterare',
        changes: { staffId: { from: null, to: 'W7' }, title: { from: 'Titel', to: 'Ny titel' } },
        ended: [{ role: 'social_worker', until: '2026-12-31' }],
      },
    ])
    await admin.peopleImport.carryOut({ text, fingerprint: plan.fingerprint ?? '' })
    const page = await admin.people.get({ personId: person('worker') })
    expect(page).toMatchObject({ title: 'Ny titel', staffId: 'W7', qualified: true, version: 2 })
    expect(page.roles).toMatchObject([{ until: '2026-12-31' }])
  })

  test('every fault is told by line and field, and with one of them nothing can be applied', async () => {
    const admin = await service.as('administrator')
    expect(
      await problemsOf(
        admin,
        ';Utan Nummer;T;u@a.example;;;;;',
        'C1;;T;inte en adress;;;;;',
        'C2;Cilla;T;c@a.example;Ingen enhet;kejsare;2026-02-30;;2030-01-01',
        'C3;Carl;T;c3@a.example;Familjestödet;;;;',
        'C4;Ceci;T;c4@a.example;Familjestödet;team_lead;2026-12-01;2026-11-01;',
        'C5;Cleo;T;c5@a.example;Familjestödet;team_lead;2026-12-01;;',
        'C5;Klio;;;Familjestödet;team_lead;2027-01-01;;',
        'C6;Cora;T;c6@a.example;Ingen enhet;kejsare;;;',
      ),
    ).toEqual([
      [2, 'staff_id', 'missing'],
      [3, 'email', 'not-an-address'],
      [4, 'from', 'not-a-day'],
      [4, 'qualified_on', 'in-the-future'],
      [5, 'role', 'missing'],
      [6, 'to', 'reversed'],
      [8, 'name', 'contradicts'],
      [8, 'from', 'period-overlaps'],
      [9, 'unit', 'unknown-unit'],
      [9, 'role', 'unknown-role'],
    ])
    expect((await preview(admin, file('C1;;T;;;;;;'))).fingerprint).toBeNull()
  })

  test('a file that is no such file is refused as a whole', async () => {
    const admin = await service.as('administrator')
    const problem = async (text: string) => (await preview(admin, text)).problems[0]?.problem
    expect(await problem('namn;titel\r\nA;B')).toBe('no-staff-id-column')
    expect(await problem('staff_id;lösenord\r\nA;B')).toBe('unknown-column')
    expect(await problem(head)).toBe('nothing-in-it')
    expect(await problem(`${head}\r\nA1;"Å`)).toBe('broken')
    expect(await problem(file(...Array.from({ length: importLines + 1 }, (_, n) => `N${n};x`)))).toBe('too-many-lines')
  })

  describe('a file gives no more than a hand may', () => {
    test('nobody’s own rights, no mixed roles, and never the last administrator away', async () => {
      const admin = await service.as('administrator')
      const unit = 'Mottagningen barn och unga'
      expect(await problemsOf(admin, `E1;;Ny titel;administrator@a.example;;;;;`)).toEqual([
        [2, 'staff_id', 'own-person'],
      ])
      expect(await problemsOf(admin, `E1;;;administrator@a.example;${unit};administrator;;2026-01-01;`)).toEqual([
        [2, 'staff_id', 'own-person'],
        [2, 'to', 'last-administrator'],
      ])
      expect(await problemsOf(admin, `E2;;;auditor@a.example;${unit};team_lead;;;`)).toEqual([
        [2, 'role', 'roles-do-not-mix'],
      ])
      expect(await problemsOf(admin, `E3;X;T;x@a.example;Annan mottagning;team_lead;;;`)).toEqual([
        [2, 'unit', 'unknown-unit'],
      ])
      expect(await problemsOf(admin, `E4;;T;foreignWorker@a.example;;;;;`)).toEqual([[2, 'name', 'missing']])
    })

    test('what has changed since the preview is refused, and nothing is half done', async () => {
      const admin = await service.as('administrator')
      const text = file('W7;;Ny titel;worker@a.example;;;;;', 'A1;Åsa Ny;T;asa@a.example;;;;;')
      const { fingerprint } = await preview(admin, text)
      const { name, email, version } = await admin.people.get({ personId: person('worker') })
      const staff = {
        personId: person('worker'),
        version,
        name,
        email,
        staffId: null,
        qualified: false,
        qualifiedOn: null,
      }
      await admin.people.change({ ...staff, title: 'Ändrad emellan' })
      const before = await stored()
      expect(await refusalOf(admin.peopleImport.carryOut({ text, fingerprint: fingerprint ?? '' }))).toEqual(outdated)
      const other = text.replace('Ny titel', 'Annan titel')
      const fresh = (await preview(admin, text)).fingerprint ?? ''
      expect(await refusalOf(admin.peopleImport.carryOut({ text: other, fingerprint: fresh }))).toEqual(outdated)
      expect(await stored()).toEqual(before)
      await admin.peopleImport.carryOut({ text, fingerprint: fresh })
    })

    test('the same import twice at once is done once', async () => {
      const admin = await service.as('administrator')
      const { fingerprint } = await preview(admin, newPeople)
      const asked = { text: newPeople, fingerprint: fingerprint ?? '' }
      const answers = await Promise.allSettled([admin.peopleImport.carryOut(asked), admin.peopleImport.carryOut(asked)])
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const [row] = await service.sql(`select count(*)::int as people from people where staff_id in ('A1', 'B2')`)
      expect(row).toEqual({ people: 2 })
    })
  })

  test('the largest file is taken whole', { timeout: 60_000 }, async () => {
    const admin = await service.as('administrator')
    const text = file(
      ...Array.from(
        { length: importLines },
        (_, n) => `N${n};Namn ${n};T;n${n}@a.example;Familjestödet;team_lead;2026-12-01;;`,
      ),
    )
    const { fingerprint, sums } = await preview(admin, text)
    expect(sums).toEqual({ ...nobodyNew, added: importLines, given: importLines })
    await admin.peopleImport.carryOut({ text, fingerprint: fingerprint ?? '' })
    const [row] = await service.sql(
      `select count(*)::int as roles from memberships where role = 'team_lead' and valid_from = '2026-12-01'`,
    )
    expect(row).toEqual({ roles: importLines })
  })
})
