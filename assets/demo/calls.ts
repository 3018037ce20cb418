/** What the people of the practice base wrote down beside their calls. */
export const callNotes: readonly string[] = [
  'Asked for a price for twenty pots',
  'Delivery moved to Friday morning',
  'Wants the same orchids as last year',
  'Says the invoice has not come',
  'Will send somebody on Saturday',
  'New branch near the market, calls again for the address',
  'The pump leaks; brings it in tomorrow',
  'Thanked for the garden, wants to pay in two parts',
  'ចង់ដឹងតម្លៃដីដាំផ្កា',
  'សុំឱ្យដឹកទៅផ្ទះថ្មី',
]

/** Numbers that call the practice base and are nobody's yet. */
export const strangers: readonly string[] = [
  '+85510440119',
  '+85515880023',
  '+85569300417',
  '+85570912233',
  '+85577304050',
  '+85581667001',
  '+85587551212',
  '+85592008844',
  '+85596110077',
  '+85523995120',
  '+6621234567',
  '+842838220001',
]
