import { describe, expect, it } from 'vitest'
import { flattenErrors } from './formState.ts'

describe('errors of a form by the names of its fields', () => {
  it('finds them in lists and groups, in order', () => {
    const errors = {
      name: { type: 'required', message: 'Write a name.', ref: { message: 'not this', type: 'text' } },
      phones: [undefined, { number: { type: 'pattern', message: 'No phone number.' } }],
      address: { city: { type: 'required', message: 'Write a city.' } },
    }
    expect(Object.entries(flattenErrors(errors))).toEqual([
      ['name', 'Write a name.'],
      ['phones.1.number', 'No phone number.'],
      ['address.city', 'Write a city.'],
    ])
  })

  it('takes a field called message or type for a field', () => {
    expect(flattenErrors({ message: { type: 'required', message: 'Write it.' } })).toEqual({
      message: 'Write it.',
    })
    expect(flattenErrors({})).toEqual({})
  })

  it('does not look into the elements of the page', () => {
    const ref = { child: { type: 'text', message: 'of another library' }, self: {} }
    ref.self = ref
    expect(flattenErrors({ name: { type: 'required', ref } })).toEqual({})
  })
})
