/** What the practice office has made of its own: groups, and fields of the card, named in the program's languages. */
export const demoGroups = [
  {
    key: 'gardens',
    tone: 'good',
    name: 'Garden owners',
    names: { km: 'ម្ចាស់សួន', ru: 'Владельцы садов', ny: 'Eni minda' },
  },
  {
    key: 'hospitality',
    tone: 'info',
    name: 'Hotels and cafés',
    names: { km: 'សណ្ឋាគារ និងហាងកាហ្វេ', ru: 'Гостиницы и кафе', ny: 'Mahotela ndi malo omwera khofi' },
  },
  {
    key: 'newYear',
    tone: 'warn',
    name: 'New Year cards',
    names: { km: 'កាតជូនពរចូលឆ្នាំ', ru: 'Новогодние открытки', ny: 'Makhadi a Chaka Chatsopano' },
  },
] as const

export const demoFields = [
  {
    key: 'garden',
    type: 'number',
    of: 'relation.client',
    name: 'Garden, m²',
    names: { km: 'សួន (ម២)', ru: 'Сад, м²', ny: 'Munda, m²' },
  },
  {
    key: 'delivery',
    type: 'text',
    of: 'relation.supplier',
    name: 'Delivery',
    names: { km: 'ការដឹកជញ្ជូន', ru: 'Доставка', ny: 'Kabweretsedwe' },
  },
] as const

/** How suppliers deliver. */
export const demoDeliveries = [
  'Tuesdays, to the back door',
  'Within three days, from 200 USD free of charge',
  'We fetch it ourselves',
  'Fridays before noon',
]
