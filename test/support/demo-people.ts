import type { Database } from '../../src/db/database.ts'
import { type KeyRing, unseal } from '../../src/db/seal.ts'
import type { ReferralContent } from '../../src/domain/flag/referral-content.ts'

/** Each child and client by full name, number, and the beginning of each text about them. */
function saidIn({ client, child, texts }: ReferralContent): string[] {
  const number = child.identityNumber ?? ''
  return [
    client.name,
    client.identityNumber,
    number,
    number && `${number.slice(0, 8)}-${number.slice(8)}`,
    child.givenName && child.familyName && `${child.givenName} ${child.familyName}`,
    ...Object.values(texts ?? {}).map((text) => String(text).slice(0, 30)),
  ].filter((said): said is string => typeof said === 'string' && said.length > 3)
}

/** What is said of everybody whom the stored referrals are about, read past every policy: for a search of where it must not be. */
export async function saidOfEverybody(owner: Database, keys: KeyRing): Promise<Set<string>> {
  const rows = await owner.transaction((tx) =>
    tx.rows<{ id: string; content: Uint8Array }>('select id, content from referrals'),
  )
  return new Set(
    rows.flatMap(({ id, content }) => saidIn(unseal<ReferralContent>(keys, `referrals:content:${id}`, content))),
  )
}
