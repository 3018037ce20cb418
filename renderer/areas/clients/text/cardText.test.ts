import { expect, it } from 'vitest'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import type { FieldTexts } from '../fieldTexts.ts'
import { cardText, plainTexts } from './cardText.ts'

const texts: FieldTexts = {
  name: (field) => field.toUpperCase(),
  items: (_, value) =>
    value === null || value === undefined || value === ''
      ? []
      : (Array.isArray(value) ? value : [value]).map((one) =>
          typeof one === 'object' ? String(Object.values(one as object)[0]) : String(one),
        ),
}

const card: ClientCard = {
  id: 7,
  kind: 'organisation',
  names: [{ text: 'Phoenix Ltd' }, { text: 'ភីនិច', language: 'km' }],
  phones: [{ typed: '012 1' }, { typed: '012 2' }, { typed: '012 3' }],
  notes: 'pays late',
  statusId: 2,
  managerId: null,
  revision: 1,
  createdAt: 1,
  changedAt: 1,
  changedBy: null,
  binnedAt: null,
}

it('reads a whole card in its reader’s language, without what is empty', () => {
  const text = cardText(card, texts, 'km', true)
  expect([text.name, text.otherNames]).toEqual(['ភីនិច', ['Phoenix Ltd']])
  expect(text.fields.map(({ field }) => field)).toEqual(['kind', 'status', 'phones', 'notes'])
  expect(plainTexts([text], true)).toBe(
    'ភីនិច · Phoenix Ltd\nKIND: organisation\nSTATUS: 2\nPHONES: 012 1; 012 2; 012 3\nNOTES: pays late',
  )
})

it('says in a line what one calls by', () => {
  const text = cardText(card, texts, 'en', false)
  expect(plainTexts([text, text], false)).toBe(
    'Phoenix Ltd · ភីនិច — 2 — 012 1, 012 2\nPhoenix Ltd · ភីនិច — 2 — 012 1, 012 2',
  )
})
