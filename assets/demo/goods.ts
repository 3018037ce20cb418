/** What the practice shop sells: groups as a tree, and goods in their sizes. Names in the program's languages or in English and Khmer. */

export interface DemoGroup {
  readonly key: string
  readonly under?: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

export const demoItemGroups: readonly DemoGroup[] = [
  { key: 'garden', name: 'Garden', names: { km: 'សួន', ru: 'Сад', ny: 'Munda' } },
  { key: 'pots', under: 'garden', name: 'Pots', names: { km: 'ថូ', ru: 'Горшки', ny: 'Mbiya' } },
  { key: 'seeds', under: 'garden', name: 'Seeds and soil', names: { km: 'គ្រាប់ពូជ និងដី', ru: 'Семена и грунт', ny: 'Mbewu ndi dothi' } },
  { key: 'water', under: 'garden', name: 'Watering', names: { km: 'ការស្រោចទឹក', ru: 'Полив', ny: 'Kuthirira' } },
  { key: 'tools', name: 'Tools', names: { km: 'ឧបករណ៍', ru: 'Инструменты', ny: 'Zida' } },
  { key: 'hand', under: 'tools', name: 'Hand tools', names: { km: 'ឧបករណ៍ដៃ', ru: 'Ручной инструмент', ny: 'Zida za m’manja' } },
  { key: 'fixings', under: 'tools', name: 'Screws and nails', names: { km: 'វីស និងដែកគោល', ru: 'Крепёж', ny: 'Misomali ndi zomangira' } },
  { key: 'paint', name: 'Paint', names: { km: 'ថ្នាំលាប', ru: 'Краски', ny: 'Penti' } },
  { key: 'home', name: 'Home', names: { km: 'ផ្ទះ', ru: 'Дом', ny: 'Nyumba' } },
  { key: 'kitchen', under: 'home', name: 'Kitchen', names: { km: 'ផ្ទះបាយ', ru: 'Кухня', ny: 'Khitchini' } },
  { key: 'cleaning', under: 'home', name: 'Cleaning', names: { km: 'សម្អាត', ru: 'Уборка', ny: 'Kuyeretsa' } },
  { key: 'light', under: 'home', name: 'Light', names: { km: 'ភ្លើង', ru: 'Свет', ny: 'Kuwala' } },
  { key: 'services', name: 'Services', names: { km: 'សេវា', ru: 'Услуги', ny: 'Ntchito' } },
] // prettier-ignore

/** Group, name in English and Khmer, unit, pieces in a box (0: none), and its sizes with their prices in cents. */
export type DemoGoods = readonly [
  group: string,
  name: string,
  khmer: string,
  unit: string,
  box: number,
  sizes: Readonly<Record<string, number>>,
]

export const demoGoods: readonly DemoGoods[] = [
  ['pots', 'Clay pot', 'ថូដី', 'piece', 12, { '12 cm': 120, '18 cm': 220, '24 cm': 380, '32 cm': 750 }],
  ['pots', 'Glazed pot, green', 'ថូអ៊ីណុបបៃតង', 'piece', 6, { '15 cm': 450, '22 cm': 850, '30 cm': 1600 }],
  ['pots', 'Plastic pot, black', 'ថូជ័រខ្មៅ', 'piece', 24, { '10 cm': 35, '14 cm': 55, '20 cm': 95, '28 cm': 180 }],
  ['pots', 'Hanging basket', 'កន្ត្រកព្យួរ', 'piece', 10, { '25 cm': 350, '35 cm': 520 }],
  ['pots', 'Pot saucer', 'ចានទ្រាប់ថូ', 'piece', 24, { '14 cm': 40, '20 cm': 65, '28 cm': 110 }],
  ['pots', 'Window box', 'ថូបង្អួច', 'piece', 8, { '40 cm': 420, '60 cm': 640, '80 cm': 890 }],
  ['seeds', 'Morning glory seed', 'គ្រាប់ត្រកួន', 'pack', 50, { '20 g': 60, '100 g': 220 }],
  ['seeds', 'Lemongrass seedling', 'កូនស្លឹកគ្រៃ', 'piece', 0, { pot: 150 }],
  ['seeds', 'Holy basil seed', 'គ្រាប់ម្រះព្រៅ', 'pack', 50, { '5 g': 70, '20 g': 190 }],
  ['seeds', 'Chilli seed', 'គ្រាប់ម្ទេស', 'pack', 50, { '5 g': 80, '20 g': 210 }],
  ['seeds', 'Long bean seed', 'គ្រាប់សណ្តែកគួរ', 'pack', 50, { '50 g': 120, '250 g': 450 }],
  ['seeds', 'Marigold seed', 'គ្រាប់ផ្កាស្បៃរឿង', 'pack', 50, { '2 g': 90 }],
  ['seeds', 'Grass seed', 'គ្រាប់ស្មៅ', 'kg', 0, { loose: 680 }],
  ['seeds', 'Potting soil', 'ដីដាំផ្កា', 'bag', 0, { '10 l': 250, '25 l': 520, '50 l': 950 }],
  ['seeds', 'Coconut fibre', 'ស្រកីដូង', 'bag', 0, { '5 kg': 300, '15 kg': 780 }],
  ['seeds', 'Compost', 'ជីកំប៉ុស្ត', 'bag', 0, { '20 kg': 450, '40 kg': 820 }],
  ['seeds', 'Fertiliser NPK 15-15-15', 'ជី NPK 15-15-15', 'bag', 0, { '1 kg': 180, '5 kg': 790, '50 kg': 5200 }],
  ['water', 'Garden hose', 'ទុយោស្រោច', 'piece', 0, { '10 m': 890, '20 m': 1650, '50 m': 3800 }],
  ['water', 'Hose by the metre', 'ទុយោលក់ម៉ែត្រ', 'm', 0, { '12 mm': 65, '19 mm': 110 }],
  ['water', 'Watering can', 'ធុងស្រោចទឹក', 'piece', 6, { '5 l': 450, '10 l': 720 }],
  ['water', 'Spray nozzle', 'ក្បាលបាញ់ទឹក', 'piece', 20, { plain: 250, brass: 680 }],
  ['water', 'Hose connector', 'តំណទុយោ', 'piece', 50, { '12 mm': 90, '19 mm': 140 }],
  ['water', 'Sprinkler', 'ក្បាលបង្វិលទឹក', 'piece', 12, { small: 420, large: 950 }],
  ['water', 'Drip pipe', 'បំពង់ស្រក់', 'roll', 0, { '50 m': 850, '100 m': 1550 }],
  ['hand', 'Hoe', 'ចបកាប់', 'piece', 6, { narrow: 650, wide: 790 }],
  ['hand', 'Rake', 'រនាស់', 'piece', 6, { '12 teeth': 580, '16 teeth': 720 }],
  ['hand', 'Spade', 'ប៉ែល', 'piece', 6, { pointed: 850, square: 880 }],
  ['hand', 'Hand trowel', 'ប៉ែលដៃ', 'piece', 12, { steel: 280 }],
  ['hand', 'Pruning shears', 'កន្ត្រៃកាត់មែក', 'piece', 10, { '18 cm': 650, '21 cm': 950 }],
  ['hand', 'Machete', 'កាំបិតព្រៃ', 'piece', 10, { '40 cm': 720 }],
  ['hand', 'Hammer', 'ញញួរ', 'piece', 6, { '300 g': 480, '500 g': 620 }],
  ['hand', 'Screwdriver, cross', 'ទួណឺវីសខ្វែង', 'piece', 12, { 'PH1': 180, 'PH2': 210, 'PH3': 260 }],
  ['hand', 'Pliers', 'ដង្កាប់', 'piece', 6, { '16 cm': 520, '20 cm': 680 }],
  ['hand', 'Measuring tape', 'ម៉ែត្រស្ពឺ', 'piece', 12, { '3 m': 190, '5 m': 290, '8 m': 480 }],
  ['hand', 'Work gloves', 'ស្រោមដៃការងារ', 'pair', 12, { M: 150, L: 150 }],
  ['fixings', 'Wire nails', 'ដែកគោល', 'kg', 0, { '25 mm': 190, '50 mm': 170, '75 mm': 165, '100 mm': 165 }],
  ['fixings', 'Wood screws', 'វីសឈើ', 'box', 0, { '3.5 × 25': 280, '4 × 40': 350, '5 × 60': 480 }],
  ['fixings', 'Wall plugs', 'ឆ្នុកជញ្ជាំង', 'pack', 20, { '6 mm': 120, '8 mm': 150, '10 mm': 210 }],
  ['fixings', 'Binding wire', 'លួសចង', 'roll', 0, { '1 kg': 180 }],
  ['paint', 'Wall paint, white', 'ថ្នាំលាបជញ្ជាំងស', 'can', 0, { '1 l': 480, '5 l': 1950, '18 l': 5900 }],
  ['paint', 'Wall paint, cream', 'ថ្នាំលាបជញ្ជាំងពណ៌ក្រែម', 'can', 0, { '1 l': 510, '5 l': 2050 }],
  ['paint', 'Gloss paint, green', 'ថ្នាំលាបរលោងបៃតង', 'can', 12, { '0.8 l': 520, '3 l': 1680 }],
  ['paint', 'Wood varnish', 'វ៉ែរនី', 'can', 12, { '0.8 l': 590, '3 l': 1890 }],
  ['paint', 'Paint brush', 'ជក់លាប', 'piece', 24, { '25 mm': 90, '50 mm': 150, '100 mm': 290 }],
  ['paint', 'Paint roller', 'ក្រឡុកលាប', 'piece', 12, { '10 cm': 210, '23 cm': 390 }],
  ['paint', 'Thinner', 'ទឹកសាំងលាយថ្នាំ', 'bottle', 12, { '0.5 l': 150, '1 l': 260 }],
  ['kitchen', 'Rice bowl', 'ចានបាយ', 'piece', 12, { '11 cm': 90, '14 cm': 140 }],
  ['kitchen', 'Wok', 'ខ្ទះ', 'piece', 6, { '30 cm': 950, '36 cm': 1350 }],
  ['kitchen', 'Steaming pot', 'ឆ្នាំងចំហុយ', 'piece', 4, { '24 cm': 1650, '28 cm': 2100 }],
  ['kitchen', 'Storage box', 'ប្រអប់ដាក់របស់', 'piece', 12, { '1 l': 160, '3 l': 290, '8 l': 520 }],
  ['kitchen', 'Kitchen knife', 'កាំបិតផ្ទះបាយ', 'piece', 12, { '15 cm': 380, '20 cm': 490 }],
  ['cleaning', 'Broom', 'អំបោស', 'piece', 10, { soft: 220, hard: 250 }],
  ['cleaning', 'Mop', 'ឈើជូតឥដ្ឋ', 'piece', 6, { flat: 680, cotton: 450 }],
  ['cleaning', 'Bucket', 'ធុងទឹក', 'piece', 10, { '10 l': 280, '16 l': 390 }],
  ['cleaning', 'Dish soap', 'សាប៊ូលាងចាន', 'bottle', 12, { '0.5 l': 110, '1 l': 190, '3.6 l': 580 }],
  ['cleaning', 'Floor cleaner', 'ទឹកជូតឥដ្ឋ', 'bottle', 12, { '1 l': 220, '4 l': 720 }],
  ['light', 'LED lamp', 'អំពូល LED', 'piece', 20, { '5 W': 150, '9 W': 210, '12 W': 280, '18 W': 420 }],
  ['light', 'Solar garden lamp', 'ភ្លើងសួនសូឡា', 'piece', 8, { small: 480, large: 1250 }],
  ['light', 'Extension lead', 'ខ្សែបន្ត', 'piece', 10, { '3 m': 520, '5 m': 690, '10 m': 1150 }],
  ['light', 'Torch', 'ពិល', 'piece', 12, { small: 320, large: 750 }],
] // prettier-ignore

/** Work that is sold: name in English and Khmer, unit, price in cents. */
export const demoServices: readonly (readonly [name: string, khmer: string, unit: string, price: number])[] =
  [
    ['Delivery in Phnom Penh', 'ដឹកជញ្ជូនក្នុងភ្នំពេញ', 'piece', 300],
    ['Garden work', 'ការងារសួន', 'hour', 450],
    ['Garden planning', 'ការរៀបគម្រោងសួន', 'piece', 6000],
    ['Key cutting', 'ការកាត់សោ', 'piece', 100],
    ['Paint mixing', 'ការលាយថ្នាំលាប', 'piece', 150],
  ]
