import { expect, test } from 'vitest'
import { at, draft, testOffice, type Person } from '../testOffice.ts'
import { png } from './fileForTests.ts'

const base64 = Buffer.from(png).toString('base64')
const vcard = (name: string, phone: string, ...more: string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, `TEL:${phone}`, ...more, 'END:VCARD', ''].join('\r\n')

async function bringIn({ ask }: Person, text: string) {
  const { upload } = await ask.imports.upload({ file: new File([text], 'people.vcf') })
  const { mapping } = await ask.imports.preview({ upload })
  return ask.imports.run({ upload, mapping })
}

async function exported({ ask }: Person): Promise<string> {
  let file
  for await (const step of await ask.clients.export({ format: 'vcard', language: 'en' })) file = step.file
  return (await ask.clients.exported({ id: file!.id, offset: 0 })).text()
}

test('photos come in with vCards, to known clients that have none too, and go out again', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const { ask } = owner
  const dara = await ask.clients.create(
    draft('Sok Dara', { kind: 'person', phones: [{ typed: '012 345 678' }] }),
  )
  const done = await bringIn(
    owner,
    vcard('Sok Dara', '012 345 678', `PHOTO;ENCODING=b;TYPE=PNG:${base64}`) +
      vcard('Chan Bopha', '012 999 888', `PHOTO:data:image/png;base64,${base64}`) +
      vcard('Nobody Pictured', '012 111 222'),
  )
  expect(done).toMatchObject({ created: 2, updated: 1, problems: [] })
  const { rows } = await ask.clients.page({})
  const photoOf = (name: string) => rows.find((row) => row.name === name)?.photo
  expect(photoOf('Nobody Pictured')).toBeUndefined()
  for (const name of ['Sok Dara', 'Chan Bopha']) {
    const { id } = rows.find((row) => row.name === name)!
    const photo = await ask.files.photo({ client: id, photo: photoOf(name)! })
    expect(Buffer.from(await photo.arrayBuffer())).toEqual(Buffer.from(png))
  }
  expect((await ask.log.of({ type: 'client', id: dara.id }))[0]?.changes).toMatchObject([
    { field: 'client.photo', before: null },
  ])
  // The same file again tells nothing new.
  expect(await bringIn(owner, vcard('Sok Dara', '012 345 678', `PHOTO;ENCODING=b:${base64}`))).toMatchObject({
    duplicates: 1,
    updated: 0,
  })

  const file = await exported(owner)
  expect(file.match(/PHOTO:data:image\/png;base64,/g)).toHaveLength(2)
  const elsewhere = await (await testOffice()).owner()
  expect(await bringIn(elsewhere, file)).toMatchObject({ created: 3, problems: [] })
  expect((await elsewhere.ask.clients.page({})).rows.filter(({ photo }) => photo)).toHaveLength(2)

  const blind = await office.person({ rights: ['clients.see', 'clients.export'], hidden: ['client.photo'] })
  expect(await exported(blind)).not.toContain('PHOTO')
})

test('of merged cards one photo stays, the others become files; undone, everything is as it was', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const bring = async (bytes: Uint8Array) => {
    const { upload } = await ask.files.begin({ size: bytes.length })
    return {
      upload,
      ...(await ask.files.part({ upload, offset: 0, bytes: new File([Buffer.from(bytes)], 'p') })).file!,
    }
  }
  const other = Uint8Array.from([...png, 0])
  const kept = await ask.clients.create(draft('Mekong Rice', { photo: (await bring(png)).hash }))
  const gone = await ask.clients.create(draft('Mekong Rice Co', { photo: (await bring(other)).hash }))
  const note = await bring(new TextEncoder().encode('signed'))
  await ask.files.attach({ client: gone.id, files: [{ upload: note.upload, name: 'contract.txt' }] })
  const cards = await Promise.all([kept, gone].map(({ id }) => ask.clients.card({ id })))
  const before = await ask.files.list({ client: gone.id })

  const { merge, card } = await ask.duplicates.merge({ keep: kept.id, cards: cards.map(at) })
  expect(card.photo).toBe(kept.photo)
  const together = await ask.files.list({ client: kept.id })
  expect(together.map(({ name }) => name)).toEqual(['Mekong Rice Co.png', 'contract.txt'])
  expect(Buffer.from(await (await ask.files.read({ id: together[0]!.id, offset: 0 })).arrayBuffer())).toEqual(
    Buffer.from(other),
  )

  await ask.duplicates.undo({ id: kept.id, merge })
  expect(await ask.files.list({ client: kept.id })).toEqual([])
  expect(await ask.files.list({ client: gone.id })).toEqual(before)
  expect((await ask.clients.card({ id: gone.id })).photo).toBe(gone.photo)

  // The other one's is chosen: then the kept card's own becomes a file, and comes back.
  const again = await Promise.all([kept, gone].map(({ id }) => ask.clients.card({ id })))
  const second = await ask.duplicates.merge({
    keep: kept.id,
    cards: again.map(at),
    choice: { photo: gone.id },
  })
  expect(second.card.photo).toBe(gone.photo)
  expect((await ask.files.list({ client: kept.id })).map(({ name }) => name)).toEqual([
    'Mekong Rice.png',
    'contract.txt',
  ])
  await ask.duplicates.undo({ id: kept.id, merge: second.merge })
  expect((await ask.clients.card({ id: kept.id })).photo).toBe(kept.photo)
  expect(await ask.files.list({ client: kept.id })).toEqual([])
})
